import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** The built product as a process of its own, on a port of its own. */
export interface Product {
  readonly url: string
  readonly folder: string
  /** Ends it as an operator would; answers its exit code. */
  stop(): Promise<number | null>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

/** Starts the built server over a folder and waits until it says where it is. */
export function startProduct(folder: string, settings: Readonly<Record<string, string>> = {}): Promise<Product> {
  const child = spawn(process.execPath, [join(process.cwd(), 'build', 'server', 'main.js'), 'serve'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      PUBLIC_URL: '',
      LOG_LEVEL: 'warn',
      SAMPLE: '0',
      DATA_DIR: folder,
      ...settings,
    },
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const url = /Masterwork is at (\S+)/.exec(said)?.[1]
      if (!url) return
      resolve({
        url,
        folder,
        stop: () => {
          child.kill('SIGTERM')
          return exited
        },
        async kill() {
          child.kill('SIGKILL')
          await exited
        },
      })
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    void exited.then((code) => reject(new Error(`The product ended with ${code} before it was ready: ${said}`)))
  })
}
