import type { Rule } from './rule.js';

export const ALL_RULES: readonly Rule[] = [];
