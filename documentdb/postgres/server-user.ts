/** Whom the server's programs run as; without numbers, as whoever runs this process. */
export type ServerUser = { readonly uid: number; readonly gid: number } | { uid?: never; gid?: never };

// `nobody` and `nogroup` on Debian, the only system this engine is unpacked on.
const UNPRIVILEGED = { uid: 65534, gid: 65534 } as const;

/** PostgreSQL refuses to run as root, so root has it run as an unprivileged user. */
export function serverUser(uid: number | undefined = process.getuid?.()): ServerUser {
  return uid === 0 ? UNPRIVILEGED : {};
}
