import { mkdir, mkdtemp, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fetchServers } from '../../stack/fetchServers.ts';

const requirements = new URL('../../stack/requirements.txt', import.meta.url);

/** A folder that has everything, by its receipt; there is no Python with which it could be made anew. */
async function fetched(): Promise<{ home: string; folder: string }> {
  const home = await realpath(await mkdtemp(join(tmpdir(), 'servers-')));
  const folder = join(home, 'servers');
  await mkdir(folder);
  await writeFile(join(folder, 'receipt'), `${folder}\n${await readFile(requirements, 'utf8')}`);
  return { home, folder };
}

describe('the folder of the embedded servers', () => {
  it('When it is reached through a link, it is the same folder: nothing in it is cleared or fetched', async () => {
    const { home, folder } = await fetched();
    const link = join(home, 'elsewhere');
    await symlink(folder, link);
    const said: string[] = [];
    await fetchServers({ folder: link, path: [], say: (line) => said.push(line) });
    expect(said).toEqual([]);
    expect(await readFile(join(folder, 'receipt'), 'utf8')).toContain(folder);
  });

  it('When it was moved, its programs name a folder that is not there, so it is fetched again', async () => {
    const { folder } = await fetched();
    await writeFile(join(folder, 'receipt'), `/another/place\n${await readFile(requirements, 'utf8')}`);
    await expect(fetchServers({ folder, path: [], say: () => {} })).rejects.toThrow(/Python 3.10/);
  });
});
