import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../src/cli/run.ts';

/** The parts of SARIF 2.1.0 that are written. */
interface Sarif {
  $schema: string;
  version: string;
  runs: [
    {
      tool: { driver: { name: string; rules: Rule[] } };
      columnKind: string;
      originalUriBaseIds: Record<string, { uri?: string }>;
      results: SarifResult[];
    },
  ];
}
interface Rule {
  id: string;
  shortDescription: { text: string };
  help: { text: string };
  defaultConfiguration: { level: string };
}
interface SarifResult {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: {
    physicalLocation: {
      artifactLocation: { uri: string; uriBaseId: string };
      region: { startLine: number; startColumn: number; endLine: number; endColumn: number };
    };
  }[];
}

describe('The SARIF of a check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sarif-'));
  let log: Sarif;

  before(async () => {
    const records = join(folder, 'docs', 'décisions: deux', 'adr');
    mkdirSync(records, { recursive: true });
    writeFileSync(
      join(records, '0001-a #1.md'),
      '\uFEFF# {Title of it}\r\n\r\nDate: 2024-02-30\r\n\r\n## Status\r\n\r\nAccepted\r\n',
    );
    writeFileSync(join(records, '0002-b.md'), '# 😀 [x](gone.md)\n\n- Status: proposed\n- Date: 2020-01-01\n');
    const surroundings = {
      cwd: folder,
      today: '2024-05-06',
      language: 'en',
      builtInTemplates: '',
      installation: '',
      readInput: async () => '',
    };
    const { output, status, messages } = await run(['check', '--format', 'sarif'], surroundings);
    assert.equal(status, 1);
    assert.deepEqual(messages, []);
    log = JSON.parse(output);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is one run of version 2.1.0', () => {
    assert.equal(log.version, '2.1.0');
    assert.match(log.$schema, /sarif-schema-2\.1\.0\.json$/);
    assert.equal(log.runs.length, 1);
    assert.equal(log.runs[0].columnKind, 'utf16CodeUnits');
  });

  it('names every rule with its help and its level', () => {
    const { driver } = log.runs[0].tool;
    assert.equal(driver.name, 'Lead Habits');
    assert.ok(driver.rules.length >= 13);
    for (const { id, shortDescription, help, defaultConfiguration } of driver.rules) {
      assert.match(id, /^[a-z-]+$/);
      assert.match(shortDescription.text, /\.$/);
      assert.match(help.text, new RegExp(`"${id}": "off"`));
      assert.match(defaultConfiguration.level, /^(?:error|warning|note)$/);
    }
  });

  it('places each result in a file below the root, by lines and columns from 1', () => {
    const [{ results, tool, originalUriBaseIds }] = log.runs;
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
      assert.match(level, /^(?:error|warning|note)$/);
      assert.ok(message.text);
      assert.equal(locations.length, 1);
      const [{ physicalLocation }] = locations as [SarifResult['locations'][number]];
      const { uri, uriBaseId } = physicalLocation.artifactLocation;
      assert.ok(uriBaseId in originalUriBaseIds);
      assert.match(uri, /^docs\/d%C3%A9cisions%3A%20deux\/adr\/000\d-[\w%.-]+\.md$/);
      // Resolved against any root, it leads to the file.
      assert.ok(new URL(uri, 'file:///root/').pathname.startsWith('/root/docs/'));
      const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
      for (const number of [startLine, startColumn, endLine, endColumn])
        assert.ok(Number.isInteger(number) && number > 0);
      assert.ok(endLine > startLine || (endLine === startLine && endColumn >= startColumn));
    }
    const placed = results.map(({ ruleId, locations }) => {
      const { startLine, startColumn, endColumn } = locations[0]?.physicalLocation.region ?? {};
      return [ruleId, startLine, startColumn, endColumn];
    });
    assert.deepEqual(placed, [
      ['unfilled-placeholder', 1, 3, 16],
      ['impossible-date', 3, 7, 17],
      ['broken-link', 1, 10, 17],
      ['stale-proposal', 3, 11, 19],
    ]);
  });

  it('says nothing of where the root is on this machine', () => {
    assert.equal(JSON.stringify(log).includes(folder), false);
  });
});
