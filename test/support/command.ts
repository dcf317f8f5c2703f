import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/cli/setup.mjs';

/** What a command left behind. */
export interface Finished {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end; its environment is this one's without what npm has put there. */
export function runProgram(
  program: string,
  args: readonly string[],
  cwd = projectRoot,
): Promise<Finished> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$|NODE_OPTIONS$)/i.test(name)),
  );
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (exit) => {
      resolve({ exit, stdout, stderr });
    });
  });
}

/** Runs one of the product's commands, as `npm run NAME -- ARGS` does. */
export const runCommand = (name: string, ...args: readonly string[]): Promise<Finished> =>
  runProgram(process.execPath, [join(projectRoot, 'src/cli/run.mjs'), name, ...args]);
