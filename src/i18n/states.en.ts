/** What the app is doing, and news of what went wrong, in English. */
export const statesEn = {
  loadingCounties: 'Reading the counties…',
  loadingCounty: 'Reading {{county}}…',
  stale: 'from older data',
  staleHint: 'Settings have changed; these results are from before the change.',
  preliminary: 'first answer',
  preliminaryHint: 'The lines are still being improved; the figures may change a little.',
  cancelled: 'Stopped',
  failed: 'This run did not finish.',
  failedAction: 'Press Solve to try again; if it still fails, undo the latest change.',
  workerRestarted: 'The background computation broke off and was restarted. Press Solve to try again.',
  paneFailed: 'This part could not be shown; the rest works as usual.',
  retry: 'Show again',
  countyFailed: 'The county could not be read.',
  countyFailedAction: 'Choose another county or reload the page.',
  filesFailed: 'What was dropped could not be read.',
  filesFailedAction:
    'Drop files, not folders; try again, or choose them by the buttons under “Import tables” or “Roads”.',
  dataIssues: '{{count}} notes on the data',
  details: 'Details',
  close: 'Close',
  copyDetails: 'Copy technical details',
};
