/** So many answers are kept; minutes hold fewer headings, labels and speakers. */
const most = 2000;

/** A pure function of a text that remembers its answers: minutes repeat their headings, and the names of who speaks. */
export function remembered<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Answer;
    if (known.size >= most) known.clear();
    const found = answer(text);
    known.set(text, found);
    return found;
  };
}
