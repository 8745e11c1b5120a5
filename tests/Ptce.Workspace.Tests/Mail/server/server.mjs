// node server.mjs [user password]: takes mail on a free loopback port. First line out: the port; then one JSON line per mail.
import { SMTPServer } from 'smtp-server';
import { simpleParser } from 'mailparser';

const [user, password] = process.argv.slice(2);
const server = new SMTPServer({
  authOptional: !user,
  allowInsecureAuth: true,
  onAuth: (auth, _, done) => auth.username === user && auth.password === password ? done(null, { user }) : done(new Error('Wrong user or password')),
  onData: async (stream, session, done) => {
    const mail = await simpleParser(stream);
    console.log(JSON.stringify({
      from: mail.from.text, to: mail.to.value[0].address, name: mail.to.value[0].name, subject: mail.subject, id: mail.messageId, text: mail.text, html: mail.html,
      language: mail.headers.get('content-language'), automatic: mail.headers.get('auto-submitted'), user: session.user ?? null, secure: session.secure,
    }));
    done();
  },
});
server.on('error', () => {}); // a client that does not trust our certificate hangs up
server.listen(0, '127.0.0.1', () => console.log(server.server.address().port));
process.stdin.on('end', () => process.exit(0)).resume(); // goes when the test goes
