/** @file Wires the parts together: text in, state changed, views drawn. */

import "./trusted.js";
import { serveArticle } from "./article.js";
import { serveEntities } from "./entities.js";
import { open, serveInput, text } from "./input.js";
import { loadLibrary } from "./library.js";
import { serveList } from "./list.js";
import { serveOffline } from "./offline.js";
import { servePopover } from "./popover.js";
import { servePreferences } from "./preferences.js";
import { serveReading } from "./reading.js";
import { draws } from "./state.js";
import { serveStrip } from "./strip.js";
import { serveTake } from "./take.js";
import { serveVerdict } from "./verdict.js";

servePreferences();
const reader = serveReading();
serveVerdict();
serveEntities();
serveArticle();
serveStrip();
servePopover();
serveTake();
serveList(open, (text, signal) => reader.analyze(text, signal));
serveInput((text, delay) => reader.read(text, delay));
draws(["watched"], () => reader.read(text(), 0));
draws(["kept"], ({ kept, shown }) => kept === shown?.kept || reader.read(text(), 0));
loadLibrary();
// Keeping the files for later comes after the use of them now.
reader.prepare().then(serveOffline);
