package hostelry.engine.search.words;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Search;
import hostelry.api.Search.Mistake;
import hostelry.api.Search.Query;
import hostelry.api.Tags;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Kind;
import hostelry.engine.work.VerbKind;
import hostelry.engine.work.Work;
import hostelry.model.Bookmark;
import hostelry.model.Entity;
import hostelry.model.HostelryFactory;
import hostelry.model.Tag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The verbs of tags and bookmarks, each handed to {@link Work}; and their lines in the catalogue. */
@Component(immediate = true)
public final class TagsService implements Tags {
    /** oVirt has one tag above all others; ours at the top have none above them. */
    private static final String ROOT = "00000000-0000-0000-0000-000000000000";
    private static final String TAGS = "TAG_MANAGEMENT";
    private static final String BOOKMARKS = "BOOKMARK_MANAGEMENT";

    private final Work work;
    private final Inventory inventory;
    private final Function<String, Optional<Mistake>> mistake;
    private final List<ServiceRegistration<VerbKind>> kinds;

    @Activate
    public TagsService(BundleContext context, @Reference Work work, @Reference Inventory inventory, @Reference Search search) {
        this.work = work;
        this.inventory = inventory;
        this.mistake = text -> search.mistake(Query.of(text));
        this.kinds = kinds(inventory, mistake).stream().map(kind -> context.registerService(VerbKind.class, kind, null)).toList();
    }

    static List<VerbKind> kinds(Inventory inventory, Function<String, Optional<Mistake>> mistake) {
        return List.of(Kind.of("AddTag", "Tag", "Add", TAGS),
                Kind.of("UpdateTag", "Tag", "Edit", TAGS)
                        .plain(id -> new UpdateTag(inventory, id, new Patch<>(HostelryFactory.eINSTANCE.createTag(), Set.of()))),
                Kind.of("RemoveTag", "Tag", "Remove", TAGS).destructive().plain(id -> new RemoveTag(inventory, id)),
                Kind.of("AttachTag", "Tag", "Attach", TAGS), Kind.of("DetachTag", "Tag", "Detach", TAGS),
                Kind.of("AddBookmark", "Bookmark", "Add", BOOKMARKS),
                Kind.of("UpdateBookmark", "Bookmark", "Edit", BOOKMARKS).plain(id -> new UpdateBookmark(inventory, mistake, id,
                        new Patch<>(HostelryFactory.eINSTANCE.createBookmark(), Set.of()))),
                Kind.of("RemoveBookmark", "Bookmark", "Remove", BOOKMARKS).destructive().plain(id -> new RemoveBookmark(inventory, id)));
    }

    static void topIsNone(Tag tag) {
        if (ROOT.equals(tag.getParent())) {
            tag.setParent(null);
        }
    }

    @Deactivate
    void close() {
        kinds.forEach(ServiceRegistration::unregister);
    }

    @Override
    public Act<Tag> add(Caller caller, Tag tag) {
        return work.submit(caller, new AddTag(inventory, tag));
    }

    @Override
    public Act<Tag> update(Caller caller, String tag, Patch<Tag> patch) {
        return work.submit(caller, new UpdateTag(inventory, tag, patch));
    }

    @Override
    public Act<Void> remove(Caller caller, String tag) {
        return work.submit(caller, new RemoveTag(inventory, tag));
    }

    @Override
    public Act<Void> attach(Caller caller, String tag, String noun, String object) {
        return work.submit(caller, new AttachTag(inventory, tag, noun(noun), object));
    }

    @Override
    public Act<Void> detach(Caller caller, String tag, String noun, String object) {
        return work.submit(caller, new DetachTag(inventory, tag, noun(noun), object));
    }

    private static Class<? extends Entity> noun(String noun) {
        return Tagged.noun(noun).orElseThrow(() -> new Refusal(
                Problem.badInput("noun", "Nothing of the kind " + noun + " can have a tag.",
                        "VMs, hosts, templates, users and groups can.")));
    }

    @Override
    public Act<Bookmark> addBookmark(Caller caller, Bookmark bookmark) {
        return work.submit(caller, new AddBookmark(inventory, mistake, bookmark));
    }

    @Override
    public Act<Bookmark> updateBookmark(Caller caller, String bookmark, Patch<Bookmark> patch) {
        return work.submit(caller, new UpdateBookmark(inventory, mistake, bookmark, patch));
    }

    @Override
    public Act<Void> removeBookmark(Caller caller, String bookmark) {
        return work.submit(caller, new RemoveBookmark(inventory, bookmark));
    }
}
