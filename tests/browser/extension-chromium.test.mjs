// extension-pages.mjs in Chromium.

import { testPages } from "./extension-pages.mjs";

testPages("chromium");
