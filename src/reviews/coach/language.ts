/** Words that nearly every sentence of a language has some of, and that few others share. */
const commonWords: Readonly<Record<string, readonly string[]>> = {
  en: 'the this that these is are was be been have has it its we you they i my your our not and or of to for from with if when there here should could would can will do does what why how which because instead just use please a an but so no as at by on all also too needs'.split(
    ' ',
  ),
  de: 'der die das den dem ein eine einen ist sind war nicht und oder aber wir du ich sie es hier bitte mit für von zu auf wenn weil sollte könnte würde kann wird warum was wie statt noch schon auch besser'.split(
    ' ',
  ),
  fr: "le la les un une des du de est sont pas et ou mais nous vous je il elle ce cette ici avec pour dans si parce que qui pourquoi quoi comment plutôt faut devrait pourrait peut être c'est n'est ça merci".split(
    ' ',
  ),
  es: 'el la los las un una de del es son no y o pero nosotros yo usted aquí con para en si porque que por qué cómo mejor debería podría puede ser está esto esta gracias falta'.split(
    ' ',
  ),
  pt: 'o os as um uma de do da é são não e ou mas nós eu você aqui com para em se porque que por quê como melhor deveria poderia pode ser está isto isso esta obrigado falta'.split(
    ' ',
  ),
  it: 'il lo la gli le un una di del della è sono non e o ma noi io qui con per in se perché che cosa come meglio dovrebbe potrebbe può essere questo questa grazie manca'.split(
    ' ',
  ),
  nl: 'de het een is zijn was niet en of maar wij we je ik hier met voor van op als omdat moet zou kan wordt waarom wat hoe beter graag dit deze ook nog'.split(
    ' ',
  ),
  pl: 'jest są nie i lub ale my ty ja tutaj tu z dla od na jeśli bo ponieważ powinno może czy dlaczego co jak lepiej proszę to ten ta tego się'.split(
    ' ',
  ),
  sv: 'det den en ett är var inte och eller men vi du jag här med för av på om eftersom borde kan blir varför vad hur bättre detta denna också'.split(
    ' ',
  ),
};

const inEnglish = new Set(commonWords.en);
const elsewhere = Object.entries(commonWords)
  .filter(([language]) => language !== 'en')
  .map(([, words]) => new Set(words));

/**
 * Whether prose is English, as far as a few words can say it. Code names and very short comments of words that are no
 * language's own count as English; anything that looks more like another language does not.
 */
export function isEnglish(prose: string): boolean {
  const letters = prose.match(/\p{L}/gu)?.length ?? 0;
  const otherScript = prose.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0;
  // Private-use characters stand for code and are no letters.
  if (otherScript * 4 > letters) return false;
  const spoken = prose.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  const count = (common: ReadonlySet<string>) => spoken.filter((word) => common.has(word)).length;
  const english = count(inEnglish);
  const marked = spoken.filter((word) => /[à-öø-ÿąćęłńśźżőűğış]/.test(word)).length;
  return elsewhere.every((common) => count(common) + marked <= english);
}
