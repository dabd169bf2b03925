package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Tags;
import hostelry.model.Bookmark;
import hostelry.model.Tag;
import hostelry.model.Vm;

/** Tags and bookmarks for the door's tests. */
record FakeTags(FakeEngine engine) implements Tags {
    @Override
    public Act<Tag> add(Caller caller, Tag tag) {
        return engine.add(caller, "AddTag", tag);
    }

    @Override
    public Act<Tag> update(Caller caller, String tag, Patch<Tag> patch) {
        return engine.act(caller, "UpdateTag", () -> engine.apply(caller, Tag.class, tag, patch));
    }

    @Override
    public Act<Void> remove(Caller caller, String tag) {
        return engine.dropping(caller, "RemoveTag", tag);
    }

    @Override
    public Act<Void> attach(Caller caller, String tag, String noun, String object) {
        return engine.act(caller, "AttachTag", () -> {
            engine.edit(caller, Vm.class, object, vm -> vm.getTags().add(tag));
            return null;
        });
    }

    @Override
    public Act<Void> detach(Caller caller, String tag, String noun, String object) {
        return engine.act(caller, "DetachTag", () -> {
            engine.edit(caller, Vm.class, object, vm -> vm.getTags().remove(tag));
            return null;
        });
    }

    @Override
    public Act<Bookmark> addBookmark(Caller caller, Bookmark bookmark) {
        return engine.add(caller, "AddBookmark", bookmark);
    }

    @Override
    public Act<Bookmark> updateBookmark(Caller caller, String bookmark, Patch<Bookmark> patch) {
        return engine.act(caller, "UpdateBookmark", () -> engine.apply(caller, Bookmark.class, bookmark, patch));
    }

    @Override
    public Act<Void> removeBookmark(Caller caller, String bookmark) {
        return engine.dropping(caller, "RemoveBookmark", bookmark);
    }
}
