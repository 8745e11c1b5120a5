// node server.mjs [user password]: takes mail on a free loopback port. First line out: the port; then one JSON line per mail.
// Told "mode NAME" on its input it misbehaves from then on, and prints {"mode":"NAME"}:
//   ok; greylist (451 at RCPT), refuse (550 at RCPT), hang (never answers MAIL), drop (takes the mail, hangs up before it says so), close (hangs up at once).
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';
import { simpleParser } from 'mailparser';

const [user, password] = process.argv.slice(2);
let mode = 'ok';
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });
const hangUp = () => { for (const c of server.connections) c._socket.destroy(); };

const server = new SMTPServer({
  authOptional: !user,
  allowInsecureAuth: true,
  onConnect: (_, done) => mode === 'close' ? hangUp() : done(),
  onMailFrom: (_, __, done) => mode === 'hang' ? undefined : done(),
  onRcptTo: (address, _, done) => mode === 'greylist' ? done(refusal(451, '4.7.1 Greylisted, come back later'))
    : mode === 'refuse' ? done(refusal(550, `5.1.1 No mailbox here by the name ${address.address}`)) : done(),
  onAuth: (auth, _, done) => auth.username === user && auth.password === password ? done(null, { user }) : done(new Error('Wrong user or password')),
  onData: async (stream, session, done) => {
    const mail = await simpleParser(stream);
    console.log(JSON.stringify({
      from: mail.from.text, to: mail.to.value[0].address, name: mail.to.value[0].name, subject: mail.subject, id: mail.messageId, text: mail.text, html: mail.html,
      language: mail.headers.get('content-language'), automatic: mail.headers.get('auto-submitted'), user: session.user ?? null, secure: session.secure,
      unsubscribe: mail.headers.get('list')?.unsubscribe?.url ?? null, oneClick: mail.headerLines.find(h => h.key === 'list-unsubscribe-post')?.line ?? null,
      parts: mail.attachments.map(a => a.contentType), calendar: mail.attachments.find(a => a.contentType.startsWith('text/calendar'))?.content.toString('utf8') ?? null,
    }));
    if (mode === 'drop') hangUp();
    else done();
  },
});
server.on('error', () => {}); // a client that does not trust our certificate hangs up
process.on('uncaughtException', () => {}); // a line cut in the middle of a sentence
server.listen(0, '127.0.0.1', () => console.log(server.server.address().port));
createInterface({ input: process.stdin }).on('line', line => {
  mode = line.split(' ')[1];
  console.log(JSON.stringify({ mode }));
}).on('close', () => process.exit(0)); // goes when the test goes
