import assert from 'node:assert/strict';
import { summaryPath } from '../../../src/meetings/naming.ts';

describe("A summary's file", () => {
  for (const [what, others, path] of [
    ['has the day and the title', [], 'meetings/2026-11-20-billing-retries.md'],
    ['is named as the others are', ['20261113_partner_outage.md'], 'meetings/20261120_billing_retries.md'],
    ['is named by the day where the others are', ['2026.11.06.md', '2026.11.13.md'], 'meetings/2026.11.20.md'],
    ['has a title where the day is taken', ['2026-11-20.md'], 'meetings/2026-11-20-billing-retries.md'],
    ['is in the folder of its year', ['2025/2025-01-02-x.md'], 'meetings/2026/2026-11-20-billing-retries.md'],
    ['learns nothing from a README', ['README.md', '20200101_README.docx'], 'meetings/2026-11-20-billing-retries.md'],
  ] as const) {
    it(what, () => {
      const paths = [...others.map((name) => `meetings/${name}`), 'elsewhere/20200101_x.md'];
      assert.equal(summaryPath('meetings', paths, '2026-11-20', 'Billing retries'), path);
    });
  }

  it('does not say the day twice, and has one where the title has no letter', () => {
    assert.equal(summaryPath('m', [], '2026-11-20', 'Billing 2026-11-20'), 'm/2026-11-20-billing.md');
    assert.equal(summaryPath('m', [], '2026-11-20', '2026-11-20 🎉'), 'm/2026-11-20.md');
    assert.equal(summaryPath('m', [], '2026-11-20', '../../etc/passwd'), 'm/2026-11-20-etc-passwd.md');
  });
});
