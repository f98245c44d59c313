import { BlockList } from 'node:net';
import { expect, test } from 'vitest';
import { originOf, readNetworks } from './address.ts';

const PROXIES = readNetworks('10.0.0.0/8, 172.16.0.0/12, fd00::/8') ?? new BlockList();

test.each([
  ['203.0.113.9', '', '203.0.113.9', 'nobody in between'],
  ['203.0.113.9', '198.51.100.1', '203.0.113.9', 'a stranger who makes something up'],
  ['10.0.0.2', '198.51.100.1', '198.51.100.1', 'our proxy, saying for whom'],
  ['10.0.0.2', '1.2.3.4, 198.51.100.1', '198.51.100.1', 'our proxy, repeating what it was told before'],
  ['10.0.0.2', '198.51.100.1, 172.17.0.5', '198.51.100.1', 'two proxies of ours'],
  ['::ffff:10.0.0.2', '198.51.100.1', '198.51.100.1', 'an address written the newer way'],
  ['10.0.0.2', '', '10.0.0.2', 'the proxy itself'],
  ['10.0.0.2', 'unknown, <script>', '10.0.0.2', 'words that are no address'],
  ['2001:db8:1:2:aaaa::1', '', '2001:db8:1:2::/64', 'a network of the newer kind'],
  ['2001:db8:1:2:bbbb::7', '', '2001:db8:1:2::/64', 'another address in it'],
  ['2001:db8::1', '', '2001:db8:0:0::/64', 'with zeros left out'],
  ['::1', '', '0:0:0:0::/64', 'this machine'],
  ['fd00::2', '[2001:db8:0001::5]:443', '2001:db8:1:0::/64', 'with brackets and a port'],
  ['', '', 'unknown', 'no socket'],
])('%s, forwarded for %j, is %s: %s', (peer, forwarded, origin) => {
  expect(originOf(peer, forwarded, PROXIES)).toBe(origin);
});

test.each(['10.0.0.0/33', 'ten', '10.0.0.0/8;', '::1/129', '10.0.0.0/x'])(
  '%j is no list of networks',
  (list) => expect(readNetworks(list)).toBeNull(),
);

test('a list may be empty', () => expect(readNetworks('')?.rules).toEqual([]));
