// Answers on a socket what this process has used so far, in the words of the .NET probe: microseconds of processor, bytes
// allocated (Node does not count them), bytes alive, bytes of memory.
const net = require('node:net');
const v8 = require('node:v8');

v8.setFlagsFromString('--expose-gc');
const collect = require('node:vm').runInNewContext('gc');

net.createServer((asker) => asker.on('data', (asked) => {
    if (asked[0] === 'c'.charCodeAt(0)) {
        collect();
    }
    const { user, system } = process.cpuUsage();
    const { heapUsed, rss } = process.memoryUsage();
    asker.write(`${user + system} 0 ${heapUsed} ${rss}\n`);
})).listen(process.env.BENCH_PROBE);
