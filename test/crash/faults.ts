import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the disk does: nothing, or a failure of the kind, when certain files are written or synchronised. */
export type Fault = 'none' | 'full' | 'readOnly' | 'ioError'

export interface Faults {
  /** What a process is to have in its environment to be subject to them. */
  env: Record<string, string>
  set(fault: Fault): void
  close(): void
}

/**
 * Between a program and the C library: fails writing and synchronising of some files as the kernel would, while a byte in a
 * shared file says so. It is compiled here; without a compiler there are no faults.
 */
const source = String.raw`
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>
static volatile char *mode;
static const char *written, *synced;
__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("FAULT_FILE");
  written = getenv("FAULT_WRITTEN");
  synced = getenv("FAULT_SYNCED");
  int fd = path ? open(path, O_RDONLY) : -1;
  if (fd < 0) return;
  char *page = mmap(0, 1, PROT_READ, MAP_SHARED, fd, 0);
  close(fd);
  if (page != MAP_FAILED) mode = page;
}
static int concerns(int fd, const char *word) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, sizeof path - 1);
  if (n < 0) return 0;
  path[n] = 0;
  return word && strstr(path, word) != 0;
}
static int fails(int fd, int isSync) {
  if (!mode || *mode == '0' || !concerns(fd, isSync ? synced : written)) return 0;
  if (*mode == 'f' && !isSync) { errno = ENOSPC; return 1; }
  if (*mode == 'r' && !isSync) { errno = EROFS; return 1; }
  if (*mode == 'i' && isSync) { errno = EIO; return 1; }
  return 0;
}
#define WRAP(type, name, parameters, arguments, isSync) \
  type name parameters { \
    static type (*real) parameters; \
    if (!real) real = dlsym(RTLD_NEXT, #name); \
    if (fails(fd, isSync)) return -1; \
    return real arguments; \
  }
WRAP(ssize_t, write, (int fd, const void *b, size_t n), (fd, b, n), 0)
WRAP(ssize_t, pwrite, (int fd, const void *b, size_t n, off_t o), (fd, b, n, o), 0)
WRAP(ssize_t, pwrite64, (int fd, const void *b, size_t n, off64_t o), (fd, b, n, o), 0)
WRAP(ssize_t, writev, (int fd, const struct iovec *v, int n), (fd, v, n), 0)
WRAP(ssize_t, pwritev, (int fd, const struct iovec *v, int n, off_t o), (fd, v, n, o), 0)
WRAP(ssize_t, pwritev64, (int fd, const struct iovec *v, int n, off64_t o), (fd, v, n, o), 0)
WRAP(int, fallocate, (int fd, int m, off_t o, off_t n), (fd, m, o, n), 0)
WRAP(int, fallocate64, (int fd, int m, off64_t o, off64_t n), (fd, m, o, n), 0)
WRAP(int, fsync, (int fd), (fd), 1)
WRAP(int, fdatasync, (int fd), (fd), 1)
#define ALLOCATE(name, offset) \
  int name(int fd, offset o, offset n) { \
    static int (*real)(int, offset, offset); \
    if (!real) real = dlsym(RTLD_NEXT, #name); \
    return fails(fd, 0) ? errno : real(fd, o, n); \
  }
ALLOCATE(posix_fallocate, off_t)
ALLOCATE(posix_fallocate64, off64_t)
`

/** The words are parts of the paths of the files that fail. Undefined where there is no compiler. */
export function compileFaults(paths: { written: string; synced: string }): Faults | undefined {
  if (process.platform !== 'linux' || spawnSync('cc', ['--version']).status !== 0) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'parley-faults-'))
  chmodSync(folder, 0o755)
  const library = join(folder, 'faults.so')
  const file = join(folder, 'fault')
  writeFileSync(join(folder, 'faults.c'), source)
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, join(folder, 'faults.c'), '-ldl'], { stdio: 'pipe' })
  const set = (fault: Fault) => writeFileSync(file, fault === 'none' ? '0' : fault[0]!, { flag: 'r+' })
  writeFileSync(file, '0')
  return {
    env: { LD_PRELOAD: library, FAULT_FILE: file, FAULT_WRITTEN: paths.written, FAULT_SYNCED: paths.synced },
    set,
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A file system of its own, so small that it can be filled. Undefined where it may not be mounted. */
export function mountSmall(
  megabytes: number,
): { path: string; fill(): void; empty(): void; unmount(): void } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const path = mkdtempSync(join(tmpdir(), 'parley-small-'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]).status !== 0) return undefined
  const filler = join(path, 'filler')
  chmodSync(path, 0o755)
  return {
    path,
    // To the last byte: dd writes until there is no room.
    fill: () => void spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4096'], { stdio: 'ignore' }),
    empty: () => rmSync(filler, { force: true }),
    unmount: () => {
      spawnSync('umount', [path])
      rmSync(path, { recursive: true, force: true })
    },
  }
}
