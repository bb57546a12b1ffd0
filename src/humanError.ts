/** A sentence with `{0}`, `{1}` … and what stands there, so that it can be said in the user's language. */
export interface Message {
  readonly template: string;
  readonly args: readonly string[];
}

/** A message for people, said later in their language. @param template in English, with `{0}`, `{1}` … */
export function phrase(template: string, ...args: readonly string[]): Message {
  return { template, args };
}

/** A message in English. */
export function textOf({ template, args }: Message): string {
  return template.replace(/\{(\d+)\}/g, (whole, index: string) => args[Number(index)] ?? whole);
}

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
    super(textOf({ template, args }));
    this.template = template;
    this.args = args;
    this.detail = detail;
  }
}
