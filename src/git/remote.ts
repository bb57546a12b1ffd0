import { git } from './process.ts';
import type { Repository } from './repository.ts';

/** Where a repository's web page is, as far as its remote's address tells. */
export interface WebPage {
  /** `https://host/owner/name`. */
  readonly address: string;
  readonly host: 'github' | 'gitlab' | undefined;
}

/** `git@host:owner/name.git`, `ssh://git@host/owner/name`, `https://host/owner/name.git`; credentials are left out. */
const webAddress =
  /^(?:(?:https?|ssh|git):\/\/)?(?:[^@/\s]+@)?(?<host>[^:/\s]+)(?::\d+)?[:/](?<path>[^\s]+?)(?:\.git)?\/?$/i;

/** The web page of the remote `origin`, or of the only remote; undefined where its address is none of a web host. */
export async function webPage(repository: Repository): Promise<WebPage | undefined> {
  const { stdout } = await git(repository, ['config', '--get-regexp', '^remote\\..*\\.url$']);
  const remotes = stdout.split('\n').flatMap((line) => {
    const [, name = '', url = ''] = /^remote\.(.*)\.url (.*)$/.exec(line) ?? [];
    return url ? [{ name, url }] : [];
  });
  const { url } =
    remotes.find(({ name }) => name === 'origin') ?? (remotes.length === 1 ? remotes[0] : undefined) ?? {};
  const parts = webAddress.exec(url ?? '')?.groups;
  const { host = '', path = '' } = parts ?? {};
  if (!host.includes('.') || !path.includes('/')) return undefined;
  const kind = /github/i.test(host) ? 'github' : /gitlab/i.test(host) ? 'gitlab' : undefined;
  return { address: `https://${host}/${path}`, host: kind };
}
