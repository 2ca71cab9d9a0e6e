import type { LineRules } from '../../core/model/lineRules.ts';
import type { AppState } from '../appState.ts';
import { setLineRule } from '../edits/setLineRule.ts';
import { editScenario } from './editScenario.ts';

/** Sets a rule for lines, or switches it off, and solves again. */
export const changeLineRule = <Key extends keyof LineRules>(
  app: AppState,
  key: Key,
  value: LineRules[Key] | undefined,
): void => editScenario(app, 'lineRules', `lineRules/${key}`, (before) => setLineRule(before, key, value));
