/** Things counted in the English words, one of each, and what several of them are called. */
const regular =
  'change chute column conversion courier day dock driver fault file hour hub junction line minute note number ' +
  'parcel place plan point repair replication road round row run station stop time trip van vehicle village week cell';
const one: Readonly<Record<string, string>> = {
  duties: 'duty',
  entries: 'entry',
  searches: 'search',
  ...Object.fromEntries(regular.split(' ').map((thing) => [`${thing}s`, thing])),
};

// Not within a longer number, nor where the number is a line's: "line 1 runs 12 km".
const ones = new RegExp(`(?<![\\d.,]|[Ll]ine )1 (${Object.keys(one).join('|')})\\b`, 'g');

/** English words with numbers put in: "1 stations" becomes "1 station", whichever number of the sentence it is. */
export const withSingulars = (text: string): string =>
  text.replace(ones, (_all, things: string) => `1 ${one[things]!}`);
