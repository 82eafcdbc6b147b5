import { createAnalyzer } from "tickertone";

globalThis.analyzer = createAnalyzer();
