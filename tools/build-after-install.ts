import { spawnSync } from 'node:child_process'

// Runs after npm has installed the packages, and builds the embedded database, the client and the console. Without the
// development packages (`npm ci --omit=dev`) the last two cannot be built; the server does not need them.

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name)
    return true
  } catch {
    return false
  }
}

const isComplete = isInstalled('vite')
process.exitCode = spawnSync('npm', ['run', isComplete ? 'build' : 'build:database'], { stdio: 'inherit' }).status ?? 1
if (!isComplete)
  process.stdout.write('Without the packages for development, the client and the console are not built.\n')
