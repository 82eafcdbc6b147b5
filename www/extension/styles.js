/**
 * @file How marks look in a page: tint and line, never the letters' own colour and nothing that has a size, so that no
 * line breaks differently. The colours are those of app/style.css. A page's scripts cannot see these rules.
 */

/** @type {Record<string, Record<string, string>>} */
const COLOURS = {
  light: { good: "11 92 173", bad: "168 67 0" },
  dark: { good: "128 184 247", bad: "243 162 98" },
};
/** From the weakest phrase to the strongest: the tint's opacity in per cent, the line's thickness in pixels. */
const STRENGTHS = [
  [3, 1],
  [10, 1.5],
  [19, 2],
  [30, 2.5],
];

const rules = Object.entries(COLOURS).flatMap(([ground, colours]) =>
  Object.entries(colours).flatMap(([side, colour]) => {
    const form = side === "good" ? "solid" : "dotted";
    const looks = STRENGTHS.map(([tint, thick], index) => {
      const look = `background-color: rgb(${colour} / ${tint}%); text-decoration: underline ${form} ${thick}px rgb(${colour})`;
      return [`${ground}-${side}-${index + 1}`, look];
    });
    return [...looks, [`${ground}-${side}-here`, `background-color: rgb(${colour} / 55%)`]];
  }),
);

/** One rule for each ground, side and strength; and `here` for a phrase that is being shown. */
export const STYLES = rules
  .map(([name, look]) => `::highlight(tickertone-${name}), tickertone-mark[data-look="${name}"] { ${look} }`)
  .join("\n");
