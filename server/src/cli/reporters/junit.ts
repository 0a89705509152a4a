import junit from 'junit-report-builder';
import type { Reporter } from '../report.js';

/** A test suite a file, a failed test case a finding; notes are passed cases with their text in the output. */
export const junitReporter: Reporter = ({ findings }) => {
  const builder = junit.newBuilder();
  const files = new Set(findings.map((finding) => finding.file));
  for (const file of files) {
    const suite = builder.testSuite().name(file);
    for (const finding of findings.filter((candidate) => candidate.file === file)) {
      const place = `${file}:${finding.start.line}:${finding.start.column}`;
      const testCase = suite.testCase().className(finding.rule).name(place).file(file);
      const text = `${finding.severity}: ${finding.message}\n${place}\n${finding.docs}`;
      if (finding.severity === 'error' || finding.severity === 'warning') {
        testCase.failure(finding.message, finding.severity).stacktrace(text);
      } else {
        testCase.standardOutput(text);
      }
    }
  }
  if (files.size === 0) {
    builder.testSuite().name('sealwright').testCase().className('sealwright').name('no findings');
  }
  return `${builder.build()}\n`;
};
