import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { codeOf, Failure } from './failure.ts'
import type { SystemUser } from './system-user.ts'

export interface KeptProcess {
  /** The process group: the keeper, the command and whatever the command started. */
  pid: number
  /** Resolves when the group's keeper has ended, with the command's exit code. Never rejects. */
  exited: Promise<number>
  /** Ends the command in order; after `graceMs` the whole group is killed. Idempotent. */
  end(): Promise<void>
  /** Sends `signal` to every process of the group at once. */
  kill(signal: NodeJS.Signals): void
  /** Sends over the IPC channel, which exists with `onMessage`; nothing happens once the command has ended. */
  send(message: string): void
}

export interface KeepOptions {
  /** What both output streams are appended to. */
  logFile: string
  /** Working folder of the command; must be reachable for `user`. */
  cwd: string
  env: Record<string, string>
  /** The signal that asks the command to end in order. */
  endSignal: 'INT' | 'TERM'
  graceMs: number
  user?: SystemUser | undefined
  /** Gives the command an IPC channel of Node; `onMessage` gets what it sends. */
  onMessage?: (message: unknown) => void
}

// The shell stands between us and the command and waits at the end of a pipe that only we hold. However we end, even by
// SIGKILL, the pipe closes, the command is ended, and what is left of its process group after it.
const keeper = `
signal=$1 tenths=$2; shift 2
exec 4<&0
"$@" </dev/null 4<&- & child=$!
{ read -r _ <&4
  kill -s "$signal" $child
  while [ $tenths -gt 0 ] && kill -0 $child 2>/dev/null; do sleep 0.1; tenths=$((tenths - 1)); done
  kill -s KILL 0; } 2>/dev/null &
wait $child; code=$?
trap '' TERM
kill -s TERM 0
exit $code`

/**
 * Starts a command in its own process group so that it never outlives this process.
 * Errors: rejects nothing; a command that cannot start ends with code 126 or 127 and says so in its log.
 */
export function keepProcess(command: string, args: string[], options: KeepOptions): KeptProcess {
  const log = openSync(options.logFile, 'a', 0o600)
  const ipc = options.onMessage ? (['ipc'] as const) : []
  const tenths = String(Math.ceil(options.graceMs / 100))
  const child = spawn('/bin/sh', ['-c', keeper, 'keeper', options.endSignal, tenths, command, ...args], {
    detached: true,
    cwd: options.cwd,
    env: options.env,
    stdio: ['pipe', log, log, ...ipc],
    ...(options.user && { uid: options.user.uid, gid: options.user.gid }),
  })
  closeSync(log)
  const exited = new Promise<number>((resolve) => {
    child.once('error', () => resolve(126))
    child.once('exit', (code) => resolve(code ?? 137))
  })
  const pid = child.pid
  if (pid === undefined) throw new Failure(`/bin/sh cannot be started in ${options.cwd}, which Muster needs.`)
  if (options.onMessage) child.on('message', options.onMessage)
  child.stdin?.on('error', () => child.stdin?.destroy())
  const kill = (signal: NodeJS.Signals) => killGroup(pid, signal)
  return {
    pid,
    exited,
    kill,
    send: (message) => {
      if (child.connected) child.send(message, () => undefined)
    },
    async end() {
      child.stdin?.end()
      const hasEnded = await Promise.race([
        exited.then(() => true),
        delay(options.graceMs + 2_000, false, { ref: false }),
      ])
      if (!hasEnded) kill('SIGKILL')
      await exited
    },
  }
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    // ESRCH: it is gone already, which is what was asked for.
    if (codeOf(error) !== 'ESRCH') throw error
  }
}
