import assert from 'node:assert/strict';
import { minutesOf, rows } from './read.ts';

/** Text of minutes, and the actions that it states. */
const cases: Record<string, Record<string, [string, string[]]>> = {
  'marked lines': {
    'a mark at the beginning': ['ACTION: Matt to call Eve', ['Matt | call Eve | -']],
    'an owner in the mark': ['[ACTION - Matt] call Eve', ['Matt | call Eve | -']],
    'an owner in brackets': ['AI(joe): send the file', ['joe | send the file | -']],
    'an abbreviation': ['AI: Dmitry to send it by the 4th December', ['Dmitry | send it | 2026-12-04']],
    'two labels': ['Action: SRL: send the file', ['SRL | send the file | -']],
    'a number': ['**ACTION 67.1**: Ana to send it', ['Ana | send it | -']],
    everyone: ['ACTION ITEM: Everyone should read it', ['Everyone | read it | -']],
    'bold letters': ['* **Action point**: Tracy to ask', ['Tracy | ask | -']],
    'an underscore': ['- ACTION_ITEM: Ana to look', ['Ana | look | -']],
    'an arrow': ['* action -> create an address', ['- | create an address | -']],
    'a sentence that only explains': [
      'ACTION: Ana will post the list. You will need to sign up.',
      ['Ana | post the list. | -'],
    ],
    'no colon': ['- ACTION ITEM Ana to take a look', ['Ana | take a look | -']],
    'a mark to somebody': ['**Action to Ana** to name the maintainers', ['Ana | name the maintainers | -']],
    'who speaks before the mark': ['- JB: Action item: Delete the series', ['JB | Delete the series | -']],
    'two marks in a line': ['ACTION: Ana to write. ACTION: Raj to read it', ['Ana | write. | -', 'Raj | read it | -']],
    'a sentence that goes on': ['ACTION: Ana to write the\nrunbook for it', ['Ana | write the runbook for it | -']],
    'a word within prose': ['The action: it was taken by the board last year.', []],
    nothing: ['ACTION: none', []],
  },
  'scribes of the W3C': {
    'a nick': ['ACTION: sandro to write it', ['sandro | write it | -']],
    'two handles': ['ACTION: @a & @b to close it', ['a+b | close it | -']],
    'a period': ['ACTION: sandro to write it - due in 2 weeks', ['sandro | write it | 2026-12-04']],
    'the scribe': ['<scribe> ACTION: sandro to write it', ['sandro | write it | -']],
    'no nick': ['ACTION: need to write it', ['- | need to write it | -']],
  },
  'task lists': {
    open: ['- [ ] Ana: measure it', ['Ana | measure it | -']],
    done: ['* [x] Ana: measure it', ['Ana | measure it | - | done']],
    numbered: ['1. [ ] Ana will measure it', ['Ana | measure it | -']],
    'initials of the roster': [
      'Present: Ana Silva (AS), Carl Ek (CE)\n\n- [ ] AS/CE: measure it',
      ['AS+CE | measure it | -'],
    ],
    'HackMD names': ['- [ ] [name=Ana, Raj] Set it up', ['Ana+Raj | Set it up | -']],
    'a name in brackets': ['- [ ] (Chris) Post it on the list', ['Chris | Post it on the list | -']],
    'a name and what is under way': ['- [ ] Kate working on the tutorial', ['Kate | working on the tutorial | -']],
    emoji: ['- [ ] Ana: measure it 📅 2026-11-27', ['Ana | measure it | 2026-11-27']],
    dataview: ['- [ ] Ana: measure it [due:: 2026-11-27]', ['Ana | measure it | 2026-11-27']],
    'todo.txt': ['- [ ] Ana: measure it due:2026-11-27', ['Ana | measure it | 2026-11-27']],
  },
  'lists below a heading': {
    'bold names': ['## Actions\n\n* **Terence:** measure it', ['Terence | measure it | -']],
    names: ['## Next steps\n\n- Ana: measure it\n- Raj will ask Eve', ['Ana | measure it | -', 'Raj | ask Eve | -']],
    'a heading in bold': ['**Action items**\n\n- Ana to measure it', ['Ana | measure it | -']],
    'a heading with a colon': ['Next steps based on this:\n\n- Ana to measure it', ['Ana | measure it | -']],
    'a bare heading': ['Action items\n\n- Ana to measure it', ['Ana | measure it | -']],
    'names above nested items': ['## Actions\n\n- Ana:\n  - measure it twice', ['Ana | measure it twice | -']],
    'a name and a day above nested items': [
      '## Actions\n\n- **Ana**: By Monday\n  - measure it twice\n  - ask Eve by Tuesday\n  - write it down 📅 2026-12-01',
      ['Ana | measure it twice | 2026-11-23', 'Ana | ask Eve | 2026-11-24', 'Ana | write it down | 2026-12-01'],
    ],
    'lines without bullets': [
      '## Next steps\n\nAna: measure it\nRaj will ask Eve',
      ['Ana | measure it | -', 'Raj | ask Eve | -'],
    ],
    'a numbered list before the next heading': [
      '## Actions\n\n1. Ana to measure it\n2. Raj to ask Eve\n\n## Next meeting\n\nMay 3',
      ['Ana | measure it | -', 'Raj | ask Eve | -'],
    ],
    'a name alone above a list': [
      'Present: Ana Ruiz, Raj Patel\n\n## Actions\n\nAna:\n- measure it twice\n\nDocumentation:\n- rewrite the guide',
      ['Ana | measure it twice | -', '- | rewrite the guide | -'],
    ],
    'next steps below a topic': [
      '- The support field\n  - Next steps\n    - Room for feedback',
      ['- | Room for feedback | -'],
    ],
    'who has the action, in brackets': [
      'Present: Ana Ruiz, Raj Patel\n\n## Next steps\n\n- restart the discussion (Raj has action)',
      ['Raj | restart the discussion | -'],
    ],
    'a request': ['## Actions\n\n- Everybody please look over it', ['Everybody | look over it | -']],
    'a topic before two actions': [
      '## Next steps\n\n- *Barriers*: Ana to present it. Raj to measure it.',
      ['Ana | present it. | -', 'Raj | measure it. | -'],
    ],
    'a summary below the same heading': [
      '## Action items\nSummary of Discussion\n- Ana took the group through it\n\nNext Steps\n- Ana to send it',
      ['Ana | send it | -'],
    ],
    'an HTML table in Markdown': [
      '# Call\n\n<table><thead><tr><th>Topic</th><th>Actions: Responsible</th></tr></thead><tbody><tr><td>Talks</td><td><ul><li>Ana and Raj to follow up</li><li>Eve to share the list &#x26; ask</li></ul></td></tr></tbody></table>\n',
      ['Ana+Raj | follow up | -', 'Eve | share the list & ask | -'],
    ],
    'a line that goes on': ['## Actions\n\n- Ana: measure\n  it twice', ['Ana | measure it twice | -']],
    'a trailing handle': ['## Actions\n\n- measure it (@ana)', ['ana | measure it | -']],
    'several trailing names': ['## Actions\n\n- measure it (Ana, Raj)', ['Ana+Raj | measure it | -']],
    'no owner': ['## Actions\n\n- measure it twice', ['- | measure it twice | -']],
    'two owners, one action': ['## Actions\n\n- A & B to close it', ['A+B | close it | -']],
    'two actions in a line': [
      '## Actions\n\n- MD will write it. EA will read it. She will be quick.',
      ['MD | write it. | -', 'EA | read it. She will be quick. | -'],
    ],
    nothing: ['## Actions\n\n- None\n- N/A', []],
    'a question': ['## Actions\n\n- How does this affect us?', []],
    'what was said of old actions': [
      '## Action item review\n\n- Chris sent the request\n- Ana to send another one',
      ['Ana | send another one | -'],
    ],
  },
  'lists of lists': {
    'a bullet that is a heading': [
      '- Next steps\n  - Ana to measure it\n  - Next meeting is May 3',
      ['Ana | measure it | -'],
    ],
    'whose next steps they are': ['- James next steps:\n  - Figure out the budget', ['- | Figure out the budget | -']],
    'what actions are about': [
      '## Actions\n\n- The website\n  - Ana: measure it\n  - Raj: ask Eve',
      ['Ana | measure it | -', 'Raj | ask Eve | -'],
    ],
    'actions that are reviewed': [
      '- Review action items from [last meeting](x.md)\n  - Ana to rename it - **completed**\n  - Update the document - **[completed](y.md)**\n  - we talked about it',
      ['Ana | rename it | - | done', '- | Update the document | - | done'],
    ],
    'a plan and its hint': ['## Action Plan:\n\n*Where to go next*\n\n- Ana: measure it', ['Ana | measure it | -']],
  },
  tables: {
    'deliverables, called by any name': [
      '## Deliverables\n\n| # | Name | Assigned To | Deadline | Notes |\n|---|---|---|---|---|\n| 1 | Rough draft | Ana, Raj | 2026-11-27 | long |\n| 2 | Peer review | | | |\n| 3 | [Task] | [Name] | | |\n| 4 | Example 1 | @x | | |',
      ['Ana+Raj | Rough draft | 2026-11-27', '- | Peer review | -'],
    ],
    'owner and day': [
      '| # | Action | Owner | By |\n|---|---|---|---|\n| 1 | Measure it | Raj Patel | 2026-11-27 |',
      ['Raj Patel | Measure it | 2026-11-27'],
    ],
    'a weekday': [
      '| Action | Who | Due |\n|---|---|---|\n| Measure it | AR | Friday |',
      ['AR | Measure it | 2026-11-27'],
    ],
    'two owners': ['| Action | Owner |\n|---|---|\n| Measure it | Ana, Raj |', ['Ana+Raj | Measure it | -']],
    'a state': [
      '| Action | Owner | Status |\n|---|---|---|\n| Measure it | Ana | Done |',
      ['Ana | Measure it | - | done'],
    ],
    'an owner under "By"': ['| Action | By |\n|---|---|\n| Measure it | Ana |', ['Ana | Measure it | -']],
    'a description below a heading': [
      '## Actions\n\n| Description | Owner |\n|---|---|\n| Measure it | Ana |',
      ['Ana | Measure it | -'],
    ],
    'no owner': ['| Action | Owner |\n|---|---|\n| Measure it | - |', ['- | Measure it | -']],
    'no actions': ['| Item | Owner |\n|---|---|\n| Budget | Ana |', []],
  },
  owners: {
    'Will, a name': ['ACTION: Will to write it', ['Will | write it | -']],
    'Will, who will': ['## Actions\n\n- Will will write it', ['Will | write it | -']],
    'Mark, a name': ['## Actions\n\n- Mark to mark the ticket', ['Mark | mark the ticket | -']],
    'mark, a verb': ['## Actions\n\n- Mark the ticket as done soon', ['- | Mark the ticket as done soon | -']],
    'May, a name': ['## Actions\n\n- May will send it by 3 May', ['May | send it | 2027-05-03']],
    must: ['## Actions\n\n- Ana must write it', ['Ana | write it | -']],
    'a handle': ['## Actions\n\n- @ana-r to write it', ['ana-r | write it | -']],
    'a topic before the owner': ['## Actions\n\n- Retries: Ana to write it', ['Ana | write it | -']],
    'two whom the roster names': [
      'Present: Ana Ruiz, Raj Patel\n\nACTION: Ana and Raj come up with a plan',
      ['Ana+Raj | come up with a plan | -'],
    ],
    'initials that mark actions as well': ['Present: Ana Ruiz (AR)\n\nAR: measure it', ['AR | measure it | -']],
    'somebody whom the notes speak of': [
      'Mirko said so.\n\n## Actions\n\n- Make a plan for it - Mirko\n- Make another one - Linux',
      ['Mirko | Make a plan for it | -', '- | Make another one - Linux | -'],
    ],
    'will, which is nobody': ['## Actions\n\n- Will provide feedback soon', ['- | Will provide feedback soon | -']],
    'need is nobody': ['## Actions\n\n- Need to write it', ['- | Need to write it | -']],
  },
  'marks of what is done': {
    'at the end': ['## Actions\n\n- Ana to write it - **done**', ['Ana | write it | - | done']],
    'in brackets': ['## Actions\n\n- Ana to write it (completed)', ['Ana | write it | - | done']],
    'in front': ['## Actions\n\n- **DONE** @ana to write it', ['ana | write it | - | done']],
    'under way': ['## Actions\n\n- **IN-PROGRESS** - Ana to write it', ['Ana | write it | -']],
    open: ['## Actions\n\n- Ana to write it (open)', ['Ana | write it | -']],
  },
};

describe('Actions of minutes', () => {
  for (const [group, each] of Object.entries(cases)) {
    describe(group, () => {
      for (const [name, [text, expected]] of Object.entries(each)) {
        it(name, () => assert.deepEqual(rows(text), expected));
      }
    });
  }

  it('stand on the line of the file, below front matter and with CRLF', () => {
    const text = '---\ndate: 2026-11-20\n---\n\n## Actions\n\n- Ana to write it\n- Raj to read it\n'.replaceAll(
      '\n',
      '\r\n',
    );
    assert.deepEqual(
      minutesOf(`\uFEFF${text}`).actions.map(({ line }) => line),
      [7, 8],
    );
  });
});

const rosters: Record<string, string> = {
  'ticked boxes below a heading': '## Attendees\n\n- [x] Ana Ruiz\n- [ ] Raj Patel\n',
  'ticked boxes below an unknown heading': '## Who came on Friday\n\n- [x] Ana Ruiz\n- [x] Raj Patel (Example Ltd)\n',
  'organisations after a dash': '## Invited members\n\n* [X] Ana Ruiz - (Example Ltd) maintainer, chair\n',
  'a checklist of participants in another language': '## 1. Checklist de participantes\n\n- [X] Ana Ruiz\n',
  'a table of names': '## Attendance\n\n| Name | Present | Action |\n|---|---|---|\n| Ana Ruiz | x | absent today |\n',
  'a line of names': 'Present: Ana Ruiz, Raj Patel, Will Smith\nRegrets: Mark Lee\n',
  'a bold heading': '**Attended by**\n\n* Ana Ruiz, will join late\n* Raj Patel\n',
  'an agenda parted by bold lines':
    '## Agenda\n\n**Before the meeting**\n\n- [ ] Ask everyone to add topics\n- [x] Announce: we record\n',
  'names that were struck out': '## TAC Members\n\n- [ ] ~~Ana Ruiz~~\n- [x] Raj (RJ) Patel\n',
  'an agenda with boxes': '## Agenda\n\n- [ ] Review the minutes\n- [x] Update on the budget\n',
  'an agenda of numbers': '## Agenda\n\n1. **Action items**\n2. Review the plan\n3. Any other business\n',
  'the agenda of the next meeting': '## Agenda for next meeting\n\n- Follow up: the budget\n- Ana presents the plan\n',
  votes: '## Votes\n\n- [x] Ana Ruiz\n- [x] Raj Patel\n\nIn favour: 4\n',
  links: '## Links\n\n- [ ] [the plan](https://example.org/plan)\n- [the actions](https://example.org/actions)\n',
};

describe('Rosters, agendas and votes', () => {
  for (const [name, text] of Object.entries(rosters)) {
    it(`are no actions: ${name}`, () => assert.deepEqual(rows(`# Weekly call\n\n${text}`), []));
  }

  it('say who was there', () => {
    const { attendees } = minutesOf('Present: Ana Ruiz (AR), Raj Patel @raj\n\n## Regrets\n\n- Eva Möller\n');
    assert.deepEqual(
      attendees.map(({ name, initials, handle }) => [name, initials, handle]),
      [
        ['Ana Ruiz', 'AR', undefined],
        ['Raj Patel', 'RP', 'raj'],
        ['Eva Möller', 'EM', undefined],
      ],
    );
  });
});

describe('What a meeting decided', () => {
  const decided: Record<string, string> = {
    'a motion that passed': '- A motion to include the field was presented and passed without objections.',
    'a conclusion that somebody states': 'MB: CONCLUSION: We will keep the queue.',
    'what a group has agreed': 'So we have agreed that the queue stays.',
    'the last point of a numbered list': '1. Ana reported\n2. Agreed to keep the queue\n\n## Next topic',
  };
  for (const [name, text] of Object.entries(decided)) {
    it(`is found: ${name}`, () => assert.equal(minutesOf(`# Call\n\n${text}\n`).decisions.length, 1));
  }
});
