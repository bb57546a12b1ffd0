import { type Message, phrase } from '../humanError.ts';
import { MarkdownDocument } from '../markdown/document.ts';
import { type FrontMatter, textsOf } from '../markdown/frontMatter.ts';
import { type Template, TemplateError } from '../records/templates.ts';

/** The front matter of a template that is a practice: what it states, and on which line. */
export class OwnRow {
  readonly file: string;
  /** The template without its front matter, its lines with the numbers that they have in the file. */
  readonly body: Template;
  readonly #frontMatter: FrontMatter;
  readonly #document: MarkdownDocument;

  /** @throws TemplateError for a template without front matter, or with one that is no YAML. */
  constructor(template: Template) {
    const { file, source } = template;
    this.file = file;
    this.#document = new MarkdownDocument(source);
    const { frontMatter, lines } = this.#document;
    if (!frontMatter) {
      throw /^\uFEFF?---\s*(?:\r?\n|$)/.test(source)
        ? new TemplateError(
            '{0}, line 1: its front matter does not end, or states nothing. End it with a line of ---.',
            [file],
          )
        : new TemplateError('{0}, line 1: it has no front matter. Begin it with id, cue, cadence and store.', [file]);
    }
    const broken = frontMatter.problemLine();
    if (broken !== undefined) {
      throw new TemplateError('{0}, line {1}: this is no YAML. Mend it; words with signs in them stand in quotes.', [
        file,
        String(broken + 1),
      ]);
    }
    this.#frontMatter = frontMatter;
    const body = lines.at(frontMatter.bodyLine).start;
    this.body = { ...template, source: '\n'.repeat(frontMatter.bodyLine) + source.slice(body) };
  }

  /** Every text of a key. */
  texts(key: string): string[] {
    return textsOf(this.#frontMatter.get(key)).map((each) => each.trim());
  }

  /** The text of a key; undefined where it states none. */
  text(key: string): string | undefined {
    return this.texts(key)[0] || undefined;
  }

  /** The text of a key. @throws TemplateError where it states none. */
  needed(key: string): string {
    const value = this.text(key);
    if (value) return value;
    throw this.problem(key, (line) =>
      phrase('{0}, line {1}: it has no {2}. Add it to the front matter.', this.file, line, key),
    );
  }

  /** One of some words. @throws TemplateError for another. */
  oneOf<Word extends string>(key: string, words: readonly Word[]): Word {
    const value = this.needed(key);
    const word = words.find((each) => each === value);
    if (word) return word;
    throw this.problem(key, (line) =>
      phrase(
        '{0}, line {1}: {2} is not one of {3}. Choose one of them.',
        this.file,
        line,
        `${key}: ${value}`,
        words.join(', '),
      ),
    );
  }

  /** Whether a key says true. @throws TemplateError for something else than true and false. */
  flag(key: string): boolean {
    return this.text(key) !== undefined && this.oneOf(key, ['true', 'false']) === 'true';
  }

  /** What is wrong with a key. @param say gives the sentence and its arguments, for the key's line. */
  problem(key: string, say: (line: string) => Message): TemplateError {
    const { template, args } = say(this.#lineOf(key));
    return new TemplateError(template, args);
  }

  #lineOf(key: string): string {
    const span = this.#frontMatter.spanOf(key);
    if (!span) return '1';
    const { lines } = this.#document;
    let line = 0;
    while (line + 1 < lines.count && lines.at(line + 1).start <= span.start) line++;
    return String(line + 1);
  }
}
