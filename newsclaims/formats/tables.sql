-- The SQLite database: one row an item, `key` is "article#item" and unique in the database.
-- `record` is the line of JSON Lines or the place in a JSON list, else 1.  Where two articles have one id, that of the
-- second is its path with its id, or with `record`.
CREATE TABLE articles (
  id TEXT PRIMARY KEY, source TEXT, record INTEGER, title TEXT, published TEXT, published_basis TEXT, language TEXT,
  schema_version TEXT, warnings TEXT, text TEXT
);
CREATE TABLE sentences (
  key TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, number INTEGER,
  start INTEGER, "end" INTEGER, paragraph INTEGER, part TEXT, type TEXT, check_worthiness REAL
);
CREATE TABLE entities (
  key TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, id TEXT,
  name TEXT, type TEXT, country TEXT
);
CREATE TABLE roles (
  id INTEGER PRIMARY KEY, entity TEXT NOT NULL REFERENCES entities(key) ON DELETE CASCADE, role TEXT
);
CREATE TABLE mentions (
  id INTEGER PRIMARY KEY, entity TEXT NOT NULL REFERENCES entities(key) ON DELETE CASCADE,
  text TEXT, start INTEGER, "end" INTEGER, kind TEXT
);
CREATE TABLE quotes (
  key TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, id TEXT,
  text TEXT, start INTEGER, "end" INTEGER, sentence INTEGER, spans TEXT, kind TEXT,
  speaker TEXT, speaker_entity TEXT REFERENCES entities(key), speaker_reading TEXT, cue TEXT, cue_lemma TEXT,
  addressee TEXT, addressee_entity TEXT REFERENCES entities(key), addressee_reading TEXT, confidence REAL, rule TEXT
);
CREATE TABLE dates (
  key TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, id TEXT,
  text TEXT, start INTEGER, "end" INTEGER, sentence INTEGER, type TEXT, value TEXT, mod TEXT,
  "from" TEXT, "to" TEXT, anchor TEXT, anchor_date TEXT REFERENCES dates(key), rule TEXT
);
CREATE TABLE figures (
  key TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, id TEXT,
  text TEXT, start INTEGER, "end" INTEGER, sentence INTEGER, kind TEXT, value REAL, low REAL, high REAL,
  unit TEXT, comparator TEXT, approximate INTEGER, "of" TEXT, per TEXT, direction TEXT, point TEXT,
  baseline TEXT REFERENCES figures(key), rule TEXT
);
CREATE TABLE claims (
  key TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, id TEXT,
  text TEXT, start INTEGER, "end" INTEGER, sentence INTEGER,
  subject TEXT, subject_entity TEXT REFERENCES entities(key), subject_reading TEXT, predicate TEXT, lemma TEXT,
  object TEXT, object_entity TEXT REFERENCES entities(key), object_reading TEXT, voice TEXT, negated INTEGER, modality TEXT,
  attributed_to TEXT REFERENCES entities(key), quote TEXT REFERENCES quotes(key),
  place TEXT REFERENCES entities(key), standalone TEXT, confidence REAL, rule TEXT
);
-- Who is named in a coordination (`Reed and Holt`): `item` is a claim's or quote's key, `part` its column.
CREATE TABLE members (
  id INTEGER PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, item TEXT NOT NULL,
  part TEXT, entity TEXT REFERENCES entities(key)
);
CREATE TABLE arguments (
  id INTEGER PRIMARY KEY, claim TEXT NOT NULL REFERENCES claims(key) ON DELETE CASCADE, role TEXT,
  text TEXT, start INTEGER, "end" INTEGER, entity TEXT REFERENCES entities(key)
);
CREATE TABLE claim_dates (
  claim TEXT NOT NULL REFERENCES claims(key) ON DELETE CASCADE, date TEXT NOT NULL REFERENCES dates(key),
  PRIMARY KEY (claim, date)
);
CREATE TABLE claim_figures (
  claim TEXT NOT NULL REFERENCES claims(key) ON DELETE CASCADE, figure TEXT NOT NULL REFERENCES figures(key),
  PRIMARY KEY (claim, figure)
);
CREATE TABLE checks (
  key TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, id TEXT,
  rule TEXT, severity TEXT, message TEXT, sentence INTEGER, spans TEXT
);
CREATE TABLE texts (
  id INTEGER PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, item TEXT, text TEXT
);
CREATE INDEX sentences_article ON sentences(article);
CREATE INDEX entities_article ON entities(article);
CREATE INDEX entities_name ON entities(name);
CREATE INDEX roles_entity ON roles(entity);
CREATE INDEX mentions_entity ON mentions(entity);
CREATE INDEX quotes_article ON quotes(article);
CREATE INDEX quotes_speaker ON quotes(speaker_entity);
CREATE INDEX quotes_addressee ON quotes(addressee_entity);
CREATE INDEX dates_article ON dates(article);
CREATE INDEX dates_from ON dates("from");
CREATE INDEX dates_anchor ON dates(anchor_date);
CREATE INDEX figures_article ON figures(article);
CREATE INDEX claims_article ON claims(article);
CREATE INDEX claims_subject ON claims(subject_entity);
CREATE INDEX claims_object ON claims(object_entity);
CREATE INDEX claims_source ON claims(attributed_to);
CREATE INDEX claims_quote ON claims(quote);
CREATE INDEX claims_place ON claims(place);
CREATE INDEX figures_baseline ON figures(baseline);
CREATE INDEX members_article ON members(article);
CREATE INDEX members_item ON members(item);
CREATE INDEX members_entity ON members(entity);
CREATE INDEX arguments_claim ON arguments(claim);
CREATE INDEX arguments_entity ON arguments(entity);
CREATE INDEX claim_dates_date ON claim_dates(date);
CREATE INDEX claim_figures_figure ON claim_figures(figure);
CREATE INDEX checks_article ON checks(article);
CREATE INDEX texts_article ON texts(article);
CREATE VIRTUAL TABLE search USING fts5(text, content="texts", content_rowid='id', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER texts_added AFTER INSERT ON texts BEGIN
  INSERT INTO search(rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER texts_removed AFTER DELETE ON texts BEGIN
  INSERT INTO search(search, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE VIEW who_said_what AS
  SELECT a.id AS article, a.published, coalesce(e.name, q.speaker) AS who, q.cue, q.kind, q.text AS said, q.key
  FROM quotes q JOIN articles a ON a.id = q.article LEFT JOIN entities e ON e.key = q.speaker_entity;
CREATE VIEW who_did_what AS
  SELECT a.id AS article, a.published, coalesce(s.name, c.subject) AS who, c.predicate, c.lemma,
         coalesce(o.name, c.object) AS whom, c.negated, c.modality, t.name AS according_to, c.standalone, c.confidence, c.key
  FROM claims c JOIN articles a ON a.id = c.article LEFT JOIN entities s ON s.key = c.subject_entity
       LEFT JOIN entities o ON o.key = c.object_entity LEFT JOIN entities t ON t.key = c.attributed_to;
CREATE VIEW money AS
  SELECT a.id AS article, a.published, f.text, f.value, f.low, f.high, f.unit, f.comparator, f."of", f.key
  FROM figures f JOIN articles a ON a.id = f.article WHERE f.kind = 'money';
CREATE VIEW timeline AS
  SELECT d."from", d."to", d.value, d.text, c.text AS claim, a.id AS article, d.key
  FROM dates d JOIN articles a ON a.id = d.article LEFT JOIN claim_dates cd ON cd.date = d.key
       LEFT JOIN claims c ON c.key = cd.claim WHERE d."from" IS NOT NULL;
CREATE VIEW names AS
  SELECT e.name, e.type, e.country, count(DISTINCT e.article) AS articles, count(m.id) AS mentions
  FROM entities e LEFT JOIN mentions m ON m.entity = e.key GROUP BY e.name, e.type, e.country;
