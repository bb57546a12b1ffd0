import { finds, lead, silent } from './checked.ts';

const code = 'unknown-status';
const nygard = (status: string) => `# 1. Retry\n\nDate: 2026-11-02\n\n## Status\n\n${status}\n\n## Context\n\nX\n`;

describe('An unknown status', () => {
  finds(code, 'a word that means none', nygard('Reviewed'), 'Reviewed');
  finds(
    code,
    "a template's list of choices",
    nygard('Proposed | Accepted | Rejected'),
    'Proposed | Accepted | Rejected',
  );
  finds(code, "front matter's value", lead({}, 'status: experimental\n'), 'experimental');
  finds(
    code,
    'a French word that means none',
    '# Réessayer\n\n## Statut\n\nPeut-être bien\n\n## Contexte\n\nX\n',
    'Peut-être bien',
  );
  finds(code, 'a record that states none', '# Retry\n\n## Context\n\nX\n', '# Retry');
  finds(
    code,
    'a record that states none among others that do',
    {
      'docs/adr/0001-a.md': '# A\n',
      'docs/adr/0002-b.md': nygard('Accepted'),
      'docs/adr/0003-c.md': nygard('Accepted'),
    },
    '# A',
  );

  silent(code, 'a known status', nygard('Accepted'));
  silent(code, 'a known status in German', '# Wiederholen\n\n## Status\n\nAngenommen\n');
  silent(code, 'a folder in which records state none', {
    'docs/adr/0001-a.md': '# A\n',
    'docs/adr/0002-b.md': '# B\n',
    'docs/adr/0003-c.md': '# C\n',
  });
  silent(code, 'a word that other records of the folder use too', {
    'docs/adr/0001-a.md': nygard('Reviewed'),
    'docs/adr/0002-b.md': nygard('Reviewed'),
    'docs/adr/0003-c.md': nygard('reviewed'),
  });
});
