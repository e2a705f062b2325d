import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Another process of ours has the folder open. */
export class DataDirHeld extends Error {
  override readonly name = 'DataDirHeld'
}

/**
 * Takes the folder for this process: one writing process per SQLite file (SECURITY D27). A lock left by a process that
 * is gone is taken over.
 * @returns gives the folder back
 * @throws DataDirHeld when a living process has it
 */
export function holdDataDir(dataDir: string): () => void {
  const file = join(dataDir, 'masterwork.lock')
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600)
      writeSync(handle, String(process.pid))
      closeSync(handle)
      return () => unlinkSync(file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = Number(readFileSync(file, 'utf8'))
      if (holder !== process.pid && isAlive(holder)) {
        throw new DataDirHeld(
          `The folder ${dataDir} is in use by process ${holder}. Stop that server, or set DATA_DIR to another folder.`,
        )
      }
      unlinkSync(file)
    }
  }
  throw new DataDirHeld(`The folder ${dataDir} could not be taken; another server is starting there.`)
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
