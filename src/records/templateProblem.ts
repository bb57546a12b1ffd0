import { type Message, phrase } from '../humanError.ts';

/** What is wrong with a template: `{0}` of the sentence is the file, `{1}` the line. */
export interface TemplateProblem {
  readonly sentence: Message;
  /** Counted from 1. */
  readonly line: number;
}

/** Tells what Handlebars found wrong with a template, in words of people who write one rather than a parser. */
export function templateProblem(error: unknown, source: string): TemplateProblem {
  const text = error instanceof Error ? error.message : String(error);
  const stated = Number(/line (\d+)/.exec(text)?.[1] ?? (error as { lineNumber?: number }).lineNumber);
  for (const { pattern, say, place } of kinds) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [, first = '', second = ''] = match;
    return { sentence: say(first, second), line: place?.(source, first) ?? (stated || 1) };
  }
  return {
    sentence: phrase('{0}, line {1}: this cannot be read. Mend it, or use the built-in template.'),
    line: stated || 1,
  };
}

interface Kind {
  /** How Handlebars' message tells of it; its groups are names in the template. */
  readonly pattern: RegExp;
  readonly say: (first: string, second: string) => Message;
  /** The line, where Handlebars does not tell it, or only that the template's end was reached. */
  readonly place?: (source: string, name: string) => number | undefined;
}

const kinds: readonly Kind[] = [
  {
    pattern: /OPEN_ENDBLOCK', got 'EOF'|OPEN_ENDBLOCK',.*got 'EOF'/,
    say: () =>
      phrase(
        '{0}, line {1}: this block is not closed. Write its closing tag, such as {{/if}}, or use the built-in template.',
      ),
    place: openBlock,
  },
  {
    pattern: /^(\S+) doesn't match (\S+)/,
    say: (opened, closed) =>
      phrase(
        '{0}, line {1}: the block opened by "{2}" is closed by "{3}". Close it by its own name, or use the built-in template.',
        opened,
        closed,
      ),
  },
  {
    pattern: /unknown helper (\S+)/,
    say: (name) =>
      phrase(
        '{0}, line {1}: there is no helper named "{2}". Use stop, yaml, if, unless, each or with, or the built-in template.',
        name,
      ),
  },
  {
    pattern: /^The partial (\S+) /,
    say: (name) =>
      phrase(
        '{0}, line {1}: a template cannot include another, such as "{2}". Write its text here, or use the built-in template.',
        name,
      ),
    place: (source, name) => lineWith(source, `> ${name}`),
  },
  {
    pattern: /got 'OPEN_ENDBLOCK'/,
    say: () =>
      phrase('{0}, line {1}: this closes a block that was not opened. Remove it, or use the built-in template.'),
  },
  {
    pattern: /got 'INVERSE'/,
    say: () => phrase('{0}, line {1}: "else" belongs into a block, and once. Remove it, or use the built-in template.'),
  },
  {
    pattern: /^#(\w+) requires exactly one argument|^Must pass iterator to #(each)/,
    say: (one, other) =>
      phrase(
        '{0}, line {1}: "{2}" needs the name of one value, as in {{#if context}}. Write it, or use the built-in template.',
        one || other,
      ),
    place: (source, one) => lineWith(source, `{{#${one || 'each'}`),
  },
  {
    pattern: /^(?:Parse|Lexical) error/,
    say: () =>
      phrase(
        '{0}, line {1}: what stands between {{ and }} is not complete. Write a name, as in {{title}}, or use the built-in template.',
      ),
  },
];

/** The line on which the innermost block that stays open begins. */
function openBlock(source: string): number | undefined {
  const open: number[] = [];
  for (const { 1: sign, index } of source.matchAll(/\{\{~?([#/])/g)) {
    if (sign === '#') open.push(index);
    else open.pop();
  }
  const at = open.at(-1);
  return at === undefined ? undefined : source.slice(0, at).split('\n').length;
}

function lineWith(source: string, words: string): number | undefined {
  return source.split('\n').findIndex((line) => line.includes(words)) + 1 || undefined;
}
