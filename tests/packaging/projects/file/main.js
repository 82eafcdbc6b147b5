import { createAnalyzer } from "tickertone/inline";

globalThis.analyzer = createAnalyzer();
