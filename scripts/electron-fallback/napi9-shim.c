/* Loads better-sqlite3's Node-API 10 prebuild in a host that has Node-API 9 (Electron 33).
 * The one Node-API 10 feature the prebuild uses is a reference to a string. Its imports
 * napi_{create,delete}_reference and napi_get_reference_value are renamed nap9_* (see
 * sqlite-twin.mjs); here a string is boxed in an array, marked by the napi_ref's low bit. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <string.h>
#define PUB __attribute__((visibility("default")))
#define REAL(r) ((void *)((uintptr_t)(r) & ~(uintptr_t)1))
enum { OK = 0, T_SYMBOL = 5, T_OBJECT = 6, T_FUNCTION = 7 };
int napi_typeof(void *, void *, int *);
int napi_create_array_with_length(void *, size_t, void **);
int napi_set_element(void *, void *, uint32_t, void *);
int napi_get_element(void *, void *, uint32_t, void **);
int napi_create_reference(void *, void *, uint32_t, void **);
int napi_get_reference_value(void *, void *, void **);
int napi_delete_reference(void *, void *);
int napi_throw_error(void *, const char *, const char *);

PUB int nap9_create_reference(void *env, void *v, uint32_t n, void **out) {
  int t, s = napi_typeof(env, v, &t);
  void *box;
  if (s != OK) return s;
  if (t == T_OBJECT || t == T_FUNCTION || t == T_SYMBOL) return napi_create_reference(env, v, n, out);
  if ((s = napi_create_array_with_length(env, 1, &box)) != OK) return s;
  if ((s = napi_set_element(env, box, 0, v)) != OK) return s;
  if ((s = napi_create_reference(env, box, n, out)) != OK) return s;
  *out = (void *)((uintptr_t)*out | 1);
  return OK;
}
PUB int nap9_get_reference_value(void *env, void *r, void **out) {
  int s = napi_get_reference_value(env, REAL(r), out);
  return s != OK || REAL(r) == r || !*out ? s : napi_get_element(env, *out, 0, out);
}
PUB int nap9_delete_reference(void *env, void *r) { return napi_delete_reference(env, REAL(r)); }
PUB int32_t node_api_module_get_api_version_v1(void) { return 9; }
PUB void *napi_register_module_v1(void *env, void *exports) {
  Dl_info me;
  char p[4096];
  void *h = 0, *f = 0;
  if (dladdr((void *)napi_register_module_v1, &me) && strlen(me.dli_fname) < sizeof p - 32) {
    dlopen(me.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_GLOBAL); /* so that the prebuild finds nap9_* */
    strcpy(strrchr(strcpy(p, me.dli_fname), '/') + 1, "prebuild.so");
    if ((h = dlopen(p, RTLD_NOW))) f = dlsym(h, "napi_register_module_v1");
  }
  if (!f) {
    const char *e = dlerror();
    napi_throw_error(env, 0, e ? e : "napi9-shim: cannot load prebuild.so");
    return 0;
  }
  return ((void *(*)(void *, void *))f)(env, exports);
}
