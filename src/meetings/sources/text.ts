import { MarkdownDocument } from '../../markdown/document.ts';
import { asMarkdown } from '../../markdown/markup.ts';
import { passagesOf } from '../passages.ts';
import type { Source } from './source.ts';

/** Markdown, plain text, reStructuredText and AsciiDoc: all are read as Markdown. */
export const text: Source = {
  id: 'text',
  extensions: [],
  read(written, extension) {
    const markdown = asMarkdown(written, extension);
    const document = new MarkdownDocument(markdown);
    return {
      document,
      passages: passagesOf(document),
      speakers: [],
      readable: markdown.slice(document.frontMatter ? document.lines.at(document.frontMatter.bodyLine).start : 0),
      lineOf: (line) => line,
    };
  },
};
