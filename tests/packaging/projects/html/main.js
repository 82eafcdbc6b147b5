import { createAnalyzer } from "./node_modules/tickertone/index.js";

globalThis.analyzer = createAnalyzer();
