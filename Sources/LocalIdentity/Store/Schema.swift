import Crypto
import Foundation
import GRDB

/// The tables, and how they came to be.
enum Schema {
    static func migrator() -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 tables") { db in
            try db.execute(
                sql: """
                    CREATE TABLE settings (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
                    CREATE TABLE app_instances (
                        seq INTEGER PRIMARY KEY AUTOINCREMENT,
                        id TEXT NOT NULL UNIQUE,
                        name TEXT NOT NULL,
                        metadata TEXT,
                        created REAL NOT NULL,
                        updated REAL NOT NULL
                    );
                    CREATE TABLE users (
                        seq INTEGER PRIMARY KEY AUTOINCREMENT,
                        app_instance INTEGER NOT NULL REFERENCES app_instances(seq) ON DELETE CASCADE,
                        id TEXT NOT NULL,
                        name TEXT NOT NULL,
                        metadata TEXT,
                        expiration_days INTEGER,
                        expiration_criterion TEXT,
                        created REAL NOT NULL,
                        updated REAL NOT NULL,
                        UNIQUE (app_instance, id)
                    );
                    CREATE TABLE endpoints (
                        seq INTEGER PRIMARY KEY AUTOINCREMENT,
                        user INTEGER NOT NULL REFERENCES users(seq) ON DELETE CASCADE,
                        id TEXT NOT NULL UNIQUE,
                        name TEXT,
                        type TEXT NOT NULL,
                        resource_arn TEXT NOT NULL,
                        device_token TEXT NOT NULL,
                        voip_device_token TEXT,
                        allow_messages TEXT NOT NULL,
                        status TEXT NOT NULL,
                        status_reason TEXT,
                        created REAL NOT NULL,
                        updated REAL NOT NULL,
                        UNIQUE (user, device_token)
                    );
                    CREATE INDEX endpoints_of_user ON endpoints (user, seq);
                    CREATE TABLE tags (
                        app_instance INTEGER NOT NULL REFERENCES app_instances(seq) ON DELETE CASCADE,
                        user INTEGER REFERENCES users(seq) ON DELETE CASCADE,
                        key TEXT NOT NULL,
                        value TEXT NOT NULL
                    );
                    CREATE UNIQUE INDEX tags_of_user ON tags (user, key) WHERE user IS NOT NULL;
                    CREATE UNIQUE INDEX tags_of_app_instance ON tags (app_instance, key) WHERE user IS NULL;
                    CREATE INDEX tags_by_app_instance ON tags (app_instance);
                    CREATE TABLE client_request_tokens (
                        operation TEXT NOT NULL,
                        scope TEXT NOT NULL,
                        token TEXT NOT NULL,
                        fingerprint BLOB NOT NULL,
                        result TEXT NOT NULL,
                        created REAL NOT NULL,
                        PRIMARY KEY (operation, scope, token)
                    ) WITHOUT ROWID;
                    """)
        }
        migrator.registerMigration("2 large AppInstances") { db in
            try db.execute(
                sql: """
                    CREATE INDEX users_of_app_instance ON users (app_instance, seq);
                    ALTER TABLE app_instances ADD COLUMN user_count INTEGER NOT NULL DEFAULT 0;
                    UPDATE app_instances SET user_count =
                        (SELECT count(*) FROM users WHERE users.app_instance = app_instances.seq);
                    CREATE TRIGGER user_made AFTER INSERT ON users BEGIN
                        UPDATE app_instances SET user_count = user_count + 1 WHERE seq = NEW.app_instance;
                    END;
                    CREATE TRIGGER user_gone AFTER DELETE ON users BEGIN
                        UPDATE app_instances SET user_count = user_count - 1 WHERE seq = OLD.app_instance;
                    END;
                    """)
        }
        registerDevicesOfUser(&migrator)
        return migrator
    }

    /// The devices of a user lie side by side, so that in a large database one page holds them all, and no index but that
    /// of their ids has to be kept; see `DeviceRows`.
    private static func registerDevicesOfUser(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("3 devices by user") { db in
            try db.execute(
                sql: """
                    CREATE TABLE devices (
                        seq INTEGER PRIMARY KEY,
                        id TEXT NOT NULL UNIQUE,
                        name TEXT,
                        type TEXT NOT NULL,
                        resource_arn TEXT NOT NULL,
                        device_token TEXT NOT NULL,
                        voip_device_token TEXT,
                        allow_messages TEXT NOT NULL,
                        status TEXT NOT NULL,
                        status_reason TEXT,
                        created REAL NOT NULL,
                        updated REAL NOT NULL
                    );
                    INSERT INTO devices
                        SELECT (user << 32) + row_number() OVER (PARTITION BY user ORDER BY seq), id, name, type,
                        resource_arn, device_token, voip_device_token, allow_messages, status, status_reason,
                        created, updated FROM endpoints ORDER BY user, seq;
                    DROP TABLE endpoints;
                    ALTER TABLE devices RENAME TO endpoints;
                    ALTER TABLE users ADD COLUMN endpoints_made INTEGER NOT NULL DEFAULT 0;
                    UPDATE users SET endpoints_made = (
                        SELECT count(*) FROM endpoints
                        WHERE endpoints.seq > users.seq << 32 AND endpoints.seq < (users.seq + 1) << 32);
                    CREATE TRIGGER devices_gone AFTER DELETE ON users BEGIN
                        DELETE FROM endpoints WHERE seq > OLD.seq << 32 AND seq < (OLD.seq + 1) << 32;
                    END;
                    """)
        }
    }

    /// The key for page tokens; made when it is first asked for.
    static func pagingKey(in database: any DatabaseWriter) throws -> SymmetricKey {
        let fresh = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        let data = try database.write { db in
            try db.execute(
                sql: "INSERT OR IGNORE INTO settings (key, value) VALUES ('paging-key', ?)",
                arguments: [fresh])
            return try Data.fetchOne(db, sql: "SELECT value FROM settings WHERE key = 'paging-key'")
        }
        return SymmetricKey(data: data ?? fresh)
    }
}
