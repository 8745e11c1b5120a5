-- What the last card showed, so that it can be spoken of without its name: "la deuxième", "je confirme", "finalement je ne viens pas".
alter table conversations add column shown text; -- JSON: keys and words of its buttons; serves as long as pending does
