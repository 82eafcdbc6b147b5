// extension-pages.mjs in Firefox.

import { testPages } from "./extension-pages.mjs";

testPages("firefox");
