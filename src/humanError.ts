/**
 * An error that a person reads: what happened, then what to do.
 *
 * The message is kept as a template with `{0}`, `{1}` … and its arguments, so that the editor can show it in the
 * user's language. Anything else that is thrown is a bug and belongs in the log with its stack.
 */
export class HumanError extends Error {
  override readonly name = 'HumanError';
  readonly template: string;
  readonly args: readonly string[];
  /** Text that is not ours, shown below the sentence as it is: a hook's or git's own output. */
  readonly detail: string | undefined;

  constructor(template: string, args: readonly string[] = [], detail?: string) {
    super(template.replace(/\{(\d+)\}/g, (whole, index: string) => args[Number(index)] ?? whole));
    this.template = template;
    this.args = args;
    this.detail = detail;
  }
}
