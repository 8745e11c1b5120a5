// ical.js reads a calendar. stdin: one JSON string a line, the calendar's text; stdout: one JSON line, its name and events, or {error}.
import { createInterface } from 'node:readline';
import ICAL from 'ical.js';

for await (const line of createInterface({ input: process.stdin })) {
  try {
    const calendar = new ICAL.Component(ICAL.parse(JSON.parse(line)));
    const events = calendar.getAllSubcomponents('vevent').map((one) => {
      const event = new ICAL.Event(one);
      return {
        uid: event.uid, summary: event.summary, location: event.location, description: event.description, sequence: event.sequence,
        start: event.startDate.toJSDate().toISOString(), end: event.endDate.toJSDate().toISOString(), status: one.getFirstPropertyValue('status'),
      };
    });
    console.log(JSON.stringify({ name: calendar.getFirstPropertyValue('x-wr-calname'), events }));
  } catch (e) {
    console.log(JSON.stringify({ error: e.message }));
  }
}
