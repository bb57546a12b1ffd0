import { HumanError } from '../../src/humanError.ts';

/**
 * Runs a script's main function and exits with its code. An error for people is shown as its sentence and detail;
 * any other with its stack.
 */
export async function reported(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = 1;
    if (!(error instanceof HumanError)) console.error(error);
    else console.error(error.detail ? `${error.message}\n\n${error.detail}` : error.message);
  }
}
