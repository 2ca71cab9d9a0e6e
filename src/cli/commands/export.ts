import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeScenarioFile } from '../../core/file/write.ts';
import {
  type ExportedFile,
  type ExportFormat,
  exportFiles,
  exportFormats,
} from '../../core/io/export/exportFiles.ts';
import type { ExportWords } from '../../core/io/export/planTables.ts';
import { readCounty } from '../../core/io/readCounty.ts';
import type { Issue } from '../../core/issues.ts';
import type { Claim } from '../../core/model/county.ts';
import { defaultRunOptions, runScenario } from '../../core/run/runScenario.ts';
import { toEnd } from '../../core/toEnd.ts';
import { issuesZh } from '../../i18n/issues.zh.ts';
import { kpisZh } from '../../i18n/kpis.zh.ts';
import type { Command } from '../command.ts';
import { readCountyFiles } from '../countyFiles.ts';
import { describeIssue } from '../describeIssue.ts';
import { readArguments, UsageError, wholeNumber } from '../options.ts';
import { isFile, openFolder } from '../paths.ts';
import { projectRoot } from '../projectRoot.ts';
import { readScenario } from '../readScenario.ts';

const formats = [...exportFormats, 'json'] as const;

const fill = (text: string, params: Issue['params']): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));

/** The words of the exported tables; the tables themselves have Chinese headers, as offices use them. */
const words: ExportWords = {
  kpi: (key) => (kpisZh as Readonly<Record<string, string>>)[key] ?? key,
  issue: ({ code, params }) => ({
    cause: fill(issuesZh[code].cause, params),
    action: fill(issuesZh[code].action, params),
  }),
};

function countyOf(source: string): { readonly claims: readonly Claim[]; readonly issues: readonly Issue[] } {
  const county = isFile(source) ? null : readCounty(readCountyFiles(source));
  return county?.ok ? { claims: county.value.claims, issues: county.issues } : { claims: [], issues: [] };
}

/** Solves a scenario and writes its tables, its lines on the map or its file into a folder. */
export const exportCommand: Command = {
  usage:
    `export <county id | scenario.json> --format ${formats.join('|')} --out DIR ` +
    '[--scenario ID] [--seed S] [--iterations N] [--json]',
  async run(args) {
    const { values, positionals } = readArguments(args, {
      format: 'string',
      out: 'string',
      scenario: 'string',
      seed: 'string',
      iterations: 'string',
      json: 'boolean',
    });
    const [source] = positionals;
    if (source === undefined || positionals.length > 1 || values.out === undefined)
      throw new UsageError(`usage: ${exportCommand.usage}`);
    const format = formats.find((word) => word === values.format);
    if (format === undefined)
      throw new UsageError(`--format takes ${formats.join(', ')}, not "${values.format ?? ''}"`);
    const scenario = readScenario(source, values.scenario);
    openFolder(values.out);
    let files: readonly ExportedFile[];
    if (format === 'json') {
      const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
        version: string;
      };
      const text = writeScenarioFile(scenario, { appVersion: version, savedAt: new Date().toISOString() });
      const name = `${scenario.countyId}-${scenario.id}.scenario.json`;
      files = [{ name, bytes: new TextEncoder().encode(text) }];
    } else {
      const report = toEnd(
        runScenario(scenario, {
          seed: wholeNumber(values.seed, 'seed', defaultRunOptions.seed),
          iterations: wholeNumber(values.iterations, 'iterations', defaultRunOptions.iterations),
        }),
      );
      for (const found of report.issues) console.error(describeIssue(found));
      const { claims, issues } = countyOf(source);
      const all = { scenario, report, claims, issues: [...issues, ...report.issues], words };
      files = exportFiles(all, format satisfies ExportFormat);
    }
    const written = files.map(({ name, bytes }) => {
      const path = join(values.out!, name);
      writeFileSync(path, bytes);
      return { file: path, bytes: bytes.length };
    });
    if (values.json) console.log(JSON.stringify({ format, files: written }, null, 2));
    else for (const { file, bytes } of written) console.log(`${file}  ${bytes} bytes`);
    return 0;
  },
};
