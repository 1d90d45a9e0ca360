/** The thread that checks one workbook and says what it found; it may be stopped at any moment and keeps nothing. */
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '#finding/refusal.ts';
import type { CheckSpreadsheet, SpreadsheetReport } from './check-spreadsheet.ts';
import { checkHere } from './check-spreadsheet.ts';

function reportOf(asked: CheckSpreadsheet): SpreadsheetReport {
  try {
    return { checked: checkHere(asked) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: { code: error.code, message: error.message } };
    throw error;
  }
}

parentPort?.postMessage(reportOf(workerData));
