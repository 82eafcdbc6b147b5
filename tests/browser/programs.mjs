// The browsers of this machine, for tests, benches and pictures.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The names that each goes by on the PATH. */
const NAMES = { chromium: ["chromium", "chromium-browser", "google-chrome"], firefox: ["firefox-esr", "firefox"] };

/** Where a browser is: the first of its names on the PATH; an environment variable of its name overrides. @param {"chromium" | "firefox"} browser */
export function program(browser) {
  const variable = browser.toUpperCase();
  if (process.env[variable]) return process.env[variable];
  const names = NAMES[browser];
  const paths = names.flatMap((name) => process.env.PATH.split(delimiter).map((folder) => join(folder, name)));
  const found = paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error(`no ${names[0]} on the PATH; set ${variable} to its path`);
  return found;
}
