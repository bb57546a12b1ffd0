/**
 * A record's own words where `$(name)` would be drawn as an icon, and `[words](command:...)` as a link that runs the command:
 * the status bar, a quick pick, the line below an input, the language status.
 */
export function asWords(text: string): string {
  return withoutLinks(text.replaceAll('$(', '\\$(').replace(/\p{Cc}+/gu, ' '));
}

/** Words of a repository in a message, where icons are not drawn but links are: a space without width breaks them. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', ']\u200B(');
}
