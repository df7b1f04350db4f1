/** Every row of the samples' index: status, dataset and every control figure, on what is stored; the table of it all in the test report. */
import { afterAll, describe, expect, it } from 'vitest';
import { samplesTable, type SampleOutcome } from '../../report/samples-table.ts';
import { agrees, unchecked } from '../../support/samples-checks.ts';
import { knownSamples as known } from '../../support/samples-known/all.ts';
import { runSample, type SampleRun } from '../../support/samples-run.ts';
import { sampleIndex, samplesPresent, type SampleLine } from '../../support/samples.ts';
import { freshStore } from '../../support/store.ts';

const outcomes: SampleOutcome[] = [];

/** The first words of the index's status column that a result may have. */
function allowed(status: string): string[] {
  return ['committed', 'needs-mapping', 'refused'].filter((word) => status.includes(word));
}

function statusOf(run: SampleRun): string[] {
  return run.fault === null ? run.first.map(({ status }) => (status === 'ready' ? 'committed' : status)) : ['refused'];
}

// A ledger file brings its chart of accounts along, as a table of its own.
function isExpected(line: SampleLine, dataset: string | null): boolean {
  return line.dataset.includes(String(dataset)) || (dataset === 'budget.accounts' && line.dataset === 'budget.actuals');
}

if (!samplesPresent) {
  it.skip('skipped: samples not present', () => undefined);
} else {
  describe('real samples', () => {
    afterAll(() => {
      samplesTable(outcomes);
    });

    it('are all known, and no other', () => {
      expect(Object.keys(known).sort()).toEqual(
        sampleIndex()
          .map(({ digest }) => digest)
          .sort(),
      );
    });

    it.each(sampleIndex().map((line) => [line.path.slice(0, line.path.indexOf('/')), line.digest, line] as const))('%s %s', async (_, digest, line) => {
      const expected = known[digest];
      if (!expected) throw new Error(`nothing is known of ${digest}`);
      const run = await runSample(line, freshStore().db, expected.answers);
      const found = expected.checks.map((check) => ({ ...check, found: check.of(run) }));
      outcomes.push({ line, status: statusOf(run), dataset: run.first.map(({ dataset }) => dataset), fault: run.fault, checks: found });

      expect(statusOf(run).filter((status) => !allowed(line.status).includes(status))).toEqual([]);
      expect(expected.first === 'ready' || expected.first === 'needs-mapping' ? run.first.map(({ status }) => status) : run.fault).toEqual(
        expected.first === 'ready' || expected.first === 'needs-mapping' ? run.first.map(() => expected.first) : expected.first,
      );
      // Taken without asking: it must be what the index names.
      expect(run.first.filter(({ status, dataset }) => status === 'ready' && !isExpected(line, dataset)).map(({ dataset }) => dataset)).toEqual([]);
      // Whoever has to answer is told what to do in a sentence.
      for (const report of run.first.filter(({ status }) => status !== 'ready')) expect(report.fault?.message).toMatch(/\w.{20,}/u);
      if (run.fault !== null) expect(run.sentence).toMatch(/\w.{20,}/u);
      if (expected.answers)
        expect(
          run.reports.some(({ status }) => status === 'ready'),
          run.reports.map(({ fault }) => fault?.message).join(' '),
        ).toBe(true);
      expect(found.filter((check) => !agrees(check.found, check.want)).map(({ says, want, found: got }) => ({ says, want, got }))).toEqual([]);
      expect(unchecked(line.controls, expected.checks)).not.toMatch(/\d/u);
    });
  });
}
