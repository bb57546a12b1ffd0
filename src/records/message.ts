/** A first line longer than this is cut by git's own tools. */
const longest = 72;

/**
 * The commit message proposed for records, in the Conventional Commits form: `docs(decisions): 12 Retry with backoff`.
 * Several share the first line while it is short enough, and are listed below it otherwise.
 *
 * @param scope where they belong, such as `decisions`; undefined for records of several places.
 */
export function recordsMessage(scope: string | undefined, names: readonly string[]): string {
  const lead = scope === undefined ? 'docs' : `docs(${scope})`;
  const together = `${lead}: ${names.join(', ')}`;
  if (names.length < 2 || together.length <= longest) return together;
  return `${lead}: ${names.length} records\n\n${names.map((name) => `- ${name}`).join('\n')}`;
}
