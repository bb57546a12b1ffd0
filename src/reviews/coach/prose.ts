/** What stands for a part of a comment that is not prose, a character of it for each that it hides. */
export const mask = { block: '\uE000', code: '\uE001', link: '\uE002', picture: '\uE003', quote: '\uE004' } as const;

/** How much of a comment is read: a longer text is a document and not a comment. */
const longestComment = 5000;

/** In the order in which they are hidden: what is in a block is not inline code, what is in a picture is no link. */
const parts: readonly (readonly [RegExp, string])[] = [
  // An answer by mail quotes what it answers, below.
  [/(?:^|\s)(?:On [^\n]{4,80}\bwrote:|—\s+Reply to this email)[\s\S]*/, mask.quote],
  [/^[ \t]*>[^\n]*/gm, mask.quote],
  // A comment may hold its fences within a line; one that is still being written has no end.
  [/```[\s\S]*?(?:```|'''|$)|~~~\n[\s\S]*?(?:\n~~~|$)/g, mask.block],
  [/``[^`]{1,400}``|`[^`\n]{1,400}`/g, mask.code],
  [/!\[[^\]\n]{0,200}\]\([^)\s]{0,2000}\)|<img\b[^>]{0,2000}>/g, mask.picture],
  [/\]\([^)\s]{1,2000}\)|\bhttps?:\/\/[^\s<>)\]]+/g, mask.link],
  // Names that only code has: camelCase, snake_case, a.b.c, call(), $variable.
  [
    /\$?\b[a-z]+(?:[A-Z][a-z0-9]+)+\b(?:\(\))?|\b\w+_\w+\b(?:\(\))?|\b[\w-]+(?:[./][\w-]+){2,}|\b\w+\(\)|\$[A-Z]\w+/g,
    mask.code,
  ],
  // CapitalCase, but for the names of errors, which say what goes wrong, and of products.
  [
    /\b(?!\w+(?:Error|Exception)s?\b|(?:Java|Type|Coffee)Script\b|(?:Git|You|Linked|Post|Word|Pay|Open|Face|Mac|Dev)[A-Z])[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+\b/g,
    mask.code,
  ],
];

/**
 * A comment's prose: the same length as the text, so that places in it are places in the text, with code, links,
 * pictures and quoted mail hidden by characters of their own and typographic quotes made plain.
 */
export function proseOf(text: string): string {
  let prose = text.slice(0, longestComment).replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
  for (const [part, character] of parts) {
    prose = prose.replace(part, (whole) => whole.replace(/[^\n]/g, character));
  }
  return prose;
}
