/** Folder names that hold reviews, wherever they are. */
const folderNames = /^(?:code[-_]?)?reviews$/i;
const notReviews = /^(?:read[-_]?me|index|template|.*[-_.]template)(?:[-_.][a-z]{2})?$/i;
const foreign = /(?:^|\/)(?:node_modules|vendor|third_party|\.git|dist)\//;

/** Whether a file is taken for a review by where it is: a Markdown file in a folder of reviews. */
export function isReviewFile(path: string): boolean {
  const parts = path.split('/');
  const file = parts.pop() ?? '';
  return (
    /\.(?:md|markdown)$/i.test(file) &&
    !notReviews.test(file.replace(/\.\w+$/, '')) &&
    parts.some((part) => folderNames.test(part)) &&
    !foreign.test(path)
  );
}
