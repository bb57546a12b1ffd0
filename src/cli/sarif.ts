import { checks } from '../decisions/checks/all.ts';
import type { Severity } from '../decisions/checks/check.ts';
import type { Problem } from './problem.ts';

/** SARIF knows three levels; what the editor only hints at is a note like the rest. */
const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * Problems as a SARIF 2.1.0 log of one run, for code scanning.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
export function sarifLog(problems: readonly Problem[]): object {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Lead Habits',
            rules: checks.map(({ code, severity, documentation }) => ({
              id: code,
              shortDescription: { text: title(code) },
              fullDescription: { text: documentation },
              help: {
                text: `${documentation} To switch it off, set "leadHabits.checks.severity": { "${code}": "off" }.`,
              },
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        // Where the root is on this machine is nobody's business; consumers know their own checkout.
        originalUriBaseIds: { '%SRCROOT%': { description: { text: "The repository's root." } } },
        results: problems.map(({ path, line, column, endLine, endColumn, severity, code, message }) => ({
          ruleId: code,
          ruleIndex: checks.findIndex((check) => check.code === code),
          level: levels[severity],
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(path), uriBaseId: '%SRCROOT%' },
                region: { startLine: line, startColumn: column, endLine, endColumn },
              },
            },
          ],
        })),
      },
    ],
  };
}

/** `unfilled-placeholder` → `Unfilled placeholder.` */
function title(code: string): string {
  const words = code.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** A relative reference: a colon in its first segment would be read as a scheme, so it is encoded too. */
function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
