import assert from 'node:assert/strict';
import { minutesOf, rows } from './read.ts';

const languages: Record<string, { text: string; actions: string[]; decisions: string[]; questions: string[] }> = {
  French: {
    text: '## Participants\n\n- [x] Ana Ruiz\n\n## Décisions\n\n- Prendre une file\n\n## Actions à mener\n\n- Ana doit mesurer la charge (échéance : 2026-12-01)\n- Raj va écrire à Eve\n- Aucune\n\n## Questions ouvertes\n\n- Qui paie ?\n\nTâche : Eva doit relire (terminé)',
    actions: ['Ana | mesurer la charge | 2026-12-01', 'Raj | écrire à Eve | -', 'Eva | relire | - | done'],
    decisions: ['Prendre une file'],
    questions: ['Qui paie ?'],
  },
  German: {
    text: '## Teilnehmer\n\n- [x] Ana Ruiz\n\n## Beschlüsse\n\n- Wir nehmen eine Warteschlange\n\n## Nächste Schritte\n\n- Ana soll die Last messen\n- Raj wird Eve schreiben (erledigt)\n- Keine\n\n## Offene Fragen\n\n- Wer zahlt?\n\n| Aufgabe | Wer | Bis |\n|---|---|---|\n| Plan prüfen | Eva | 01.12.2026 |',
    actions: ['Ana | die Last messen | -', 'Raj | Eve schreiben | - | done', 'Eva | Plan prüfen | 2026-12-01'],
    decisions: ['Wir nehmen eine Warteschlange'],
    questions: ['Wer zahlt?'],
  },
  Spanish: {
    text: '## Asistentes\n\n- [x] Ana Ruiz\n\n## Acuerdos\n\n- Usar una cola\n\n## Tareas asignadas\n\n- Ana debe medir la carga\n- Raj va a escribir a Eve (hecho)\n- Ninguna\n\n## Preguntas abiertas\n\n- ¿Quién paga?\n\n## Tareas\n\n| Descripción breve | Responsable(s) | Fecha límite |\n|---|---|---|\n| Revisar el plan | Eva y Marta | [05/02/2027] |',
    actions: [
      'Ana | medir la carga | -',
      'Raj | escribir a Eve | - | done',
      'Eva+Marta | Revisar el plan | 2027-02-05',
    ],
    decisions: ['Usar una cola'],
    questions: ['¿Quién paga?'],
  },
  Portuguese: {
    text: '## Presentes\n\n- [x] Ana Ruiz\n\n## Decisões\n\n- Usar uma fila\n\n## Encaminhamentos\n\n- Ana deve medir a carga\n- Raj ficou de escrever a Eve (feito)\n- Nenhuma\n\n## Perguntas em aberto\n\n- Quem paga?\n\nAção: Eva vai revisar',
    actions: ['Ana | medir a carga | -', 'Raj | escrever a Eve | - | done', 'Eva | revisar | -'],
    decisions: ['Usar uma fila'],
    questions: ['Quem paga?'],
  },
};

describe('Minutes in other languages', () => {
  for (const [name, { text, actions, decisions, questions }] of Object.entries(languages)) {
    it(name, () => {
      const read = minutesOf(text);
      assert.deepEqual(rows(text), actions);
      assert.deepEqual(
        read.decisions.map((each) => each.text),
        decisions,
      );
      assert.deepEqual(
        read.questions.map((each) => each.text),
        questions,
      );
    });
  }
});
