import assert from 'node:assert/strict';
import { readDate } from '../../../src/decisions/date.ts';
import { readDecision } from '../../../src/decisions/reader.ts';
import { readStatus } from '../../../src/decisions/status.ts';

/** A record with a section of status and options, and a date, as a team of that language writes it. */
const written = [
  [
    'French',
    'Statut',
    'Acceptée',
    'Proposé',
    'Rejeté',
    'Obsolète',
    'Remplacé par [2](0002-b.md)',
    'Options envisagées',
    '5 août 2023',
  ],
  [
    'German',
    'Status',
    'Angenommen',
    'Entwurf',
    'Abgelehnt',
    'Veraltet',
    'Ersetzt durch [2](0002-b.md)',
    'Betrachtete Alternativen',
    '5. August 2023',
  ],
  [
    'Spanish',
    'Estado',
    'Aceptado',
    'Propuesta',
    'Rechazado',
    'Obsoleto',
    'Reemplazado por [2](0002-b.md)',
    'Opciones consideradas',
    '5 de agosto de 2023',
  ],
  [
    'Portuguese',
    'Situação',
    'Aceito',
    'Proposto',
    'Rejeitado',
    'Descontinuado',
    'Substituído por [2](0002-b.md)',
    'Opções consideradas',
    '5 de agosto de 2023',
  ],
  [
    'Italian',
    'Stato',
    'Accettato',
    'Bozza',
    'Respinto',
    'Deprecato',
    'Sostituito da [2](0002-b.md)',
    'Alternative considerate',
    '5 agosto 2023',
  ],
  [
    'Turkish',
    'Durum',
    'Kabul edildi',
    'Taslak',
    'Reddedildi',
    'Kullanımdan kaldırıldı',
    '[2](0002-b.md) ile değiştirildi',
    'Değerlendirilen seçenekler',
    '5 Ağustos 2023',
  ],
  [
    'Welsh',
    'Statws',
    'Derbyniwyd',
    'Drafft',
    'Gwrthodwyd',
    'Darfodedig',
    'Disodlwyd gan [2](0002-b.md)',
    'Opsiynau a ystyriwyd',
    '5 Awst 2023',
  ],
  [
    'Japanese',
    'ステータス',
    '承認済み',
    '提案中',
    '却下',
    '非推奨',
    '[2](0002-b.md)に置き換え',
    '検討した選択肢',
    '2023年8月5日',
  ],
  ['Chinese', '状态', '已接受', '草案', '已拒绝', '已弃用', '已被 [2](0002-b.md) 取代', '备选方案', '2023年8月5日'],
  ['Korean', '상태', '승인됨', '제안', '거부됨', '폐기', '[2](0002-b.md)로 대체', '고려한 옵션', '2023년 8월 5일'],
] as const;

for (const [language, heading, accepted, proposed, rejected, deprecated, superseded, options, date] of written) {
  describe(`A record in ${language}`, () => {
    const record = (status: string) =>
      readDecision('docs/adr/0001-x.md', `# T\n\n## ${heading}\n\n${status}\n\n## ${options}\n\n* a\n* b\n`);

    for (const [status, word] of [
      ['accepted', accepted],
      ['proposed', proposed],
      ['rejected', rejected],
      ['deprecated', deprecated],
      ['superseded', superseded],
    ] as const) {
      it(`is ${status} where it says ${word}`, () => {
        assert.equal(record(word).status, status);
      });
    }

    it('names the record that supersedes it', () => {
      assert.deepEqual(record(superseded).supersededBy, [{ text: '2', target: '0002-b.md' }]);
    });

    it('may state its status in a line', () => {
      assert.equal(readDecision('docs/adr/0001-x.md', `# T\n\n- ${heading}: ${accepted}\n`).status, 'accepted');
    });

    it('sets out options', () => {
      assert.equal(record(accepted).options, 2);
    });

    it(`is of the fifth of August where it says ${date}`, () => {
      assert.equal(readDate(date), '2023-08-05');
    });

    it('is read alike with its accents decomposed', () => {
      assert.equal(readStatus(accepted.normalize('NFD')), 'accepted');
      assert.equal(record(accepted.normalize('NFD')).status, 'accepted');
      assert.equal(readDate(date.normalize('NFD')), '2023-08-05');
    });
  });
}
